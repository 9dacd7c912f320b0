package ru.sosedi.platform;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL of one's own, for development and tests: made, started and stopped with
 * the portal, reachable from this machine alone. Data are kept between starts; a server
 * left behind by a killed portal is stopped first.
 */
public final class EmbeddedPostgres implements AutoCloseable {

	private static final List<String> CLUSTER = List.of("--auth=trust", "--username=postgres", "--encoding=UTF-8",
			"--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=ru-RU");

	private static final Pattern VERSION = Pattern.compile("(\\d+)(\\.\\d+)?\\s*$");

	private final PostgresCommands commands;

	private final PostgresDirectory directory;

	private final int port;

	private EmbeddedPostgres(PostgresCommands commands, PostgresDirectory directory, int port) {
		this.commands = commands;
		this.directory = directory;
		this.port = port;
	}

	/**
	 * Returns when connections are taken. The programs are unpacked beside the data, in
	 * {@code postgres-programs}, and the server's log is written there too.
	 * @param data where the data are or shall be; made when missing or empty
	 * @param port the port on the loopback address; 0 for any free one
	 * @param parameters of {@code postgresql.conf}, for this start
	 * @throws StartupRefusal when it cannot be, with what to do about it; nothing that
	 * stands in the directory was changed then
	 */
	public static EmbeddedPostgres start(Path data, int port, Map<String, String> parameters) {
		PostgresDirectory directory = PostgresDirectory.hold(data);
		try {
			Path programs = PostgresPrograms.unpackedIn(directory.path().resolveSibling("postgres-programs"));
			EmbeddedPostgres postgres = new EmbeddedPostgres(new PostgresCommands(programs), directory,
					(port == 0) ? freePort() : port);
			postgres.prepare();
			postgres.run(parameters);
			return postgres;
		}
		catch (IOException e) {
			close(directory, e);
			throw new StartupRefusal(e, "startup.directory.denied", directory.path());
		}
		catch (RuntimeException e) {
			close(directory, e);
			throw e;
		}
	}

	private static void close(PostgresDirectory directory, Exception reason) {
		try {
			directory.close();
		}
		catch (IOException e) {
			reason.addSuppressed(e);
		}
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	private void prepare() throws IOException {
		this.commands.requireRunnable();
		if (this.directory.isNew()) {
			create();
			return;
		}
		this.directory.requireComplete(version());
		stopWhatWasLeft(this.directory.path());
	}

	private String version() {
		Matcher matcher = VERSION.matcher(this.commands.succeed("postgres", List.of("--version")));
		if (!matcher.find()) {
			throw new IllegalStateException("postgres does not tell its version");
		}
		return matcher.group(1);
	}

	// The cluster is made aside and renamed when it is whole: a kill in between leaves
	// nothing at the place of the data, and what it leaves aside holds no data yet.
	private void create() throws IOException {
		Path data = this.directory.path();
		Path aside = PostgresDirectory.beside(data, ".unfinished");
		FileSystemUtils.deleteRecursively(aside);
		List<String> arguments = new ArrayList<>(CLUSTER);
		arguments.add("--pgdata=" + aside);
		this.commands.succeed("initdb", arguments);
		Files.deleteIfExists(data);
		Files.move(aside, data, StandardCopyOption.ATOMIC_MOVE);
	}

	private void stopWhatWasLeft(Path data) throws IOException {
		Path pidFile = data.resolve("postmaster.pid");
		if (Files.exists(pidFile) && runningPostgres(Files.readAllLines(pidFile)).isPresent()) {
			this.commands.succeed("pg_ctl", List.of("stop", "-D", data.toString(), "-m", "fast", "-w", "-t", "30"));
		}
	}

	// after a restart of the machine the number may belong to quite another process
	private static Optional<ProcessHandle> runningPostgres(List<String> pidFile) {
		return pidFile.stream()
			.findFirst()
			.map(String::strip)
			.filter((pid) -> pid.matches("\\d+"))
			.flatMap((pid) -> ProcessHandle.of(Long.parseLong(pid)))
			.filter((process) -> process.info().command().filter((path) -> path.contains("postgres")).isPresent());
	}

	private void run(Map<String, String> parameters) throws IOException {
		Path data = this.directory.path();
		Path log = PostgresDirectory.beside(data, ".log");
		Files.deleteIfExists(log);
		StringBuilder options = new StringBuilder("-p " + this.port + " -c listen_addresses=127.0.0.1 -c timezone=UTC");
		if (!System.getProperty("os.name").startsWith("Windows")) {
			options.append(" -c unix_socket_directories=");
		}
		parameters.forEach((name, value) -> options.append(" -c ").append(name).append('=').append(value));
		this.commands.succeed("pg_ctl", List.of("start", "-D", data.toString(), "-l", log.toString(), "-w", "-t", "60",
				"-o", options.toString()));
	}

	public int port() {
		return this.port;
	}

	/** The address for the user {@code postgres}, who needs no password. */
	public String jdbcUrl(String database) {
		return "jdbc:postgresql://127.0.0.1:" + this.port + "/" + database;
	}

	/** Where the data are. */
	public Path data() {
		return this.directory.path();
	}

	/** Ends all connections and stops the server; returns when it has stopped. */
	@Override
	public void close() throws IOException {
		try (this.directory) {
			this.commands.succeed("pg_ctl",
					List.of("stop", "-D", this.directory.path().toString(), "-m", "fast", "-w", "-t", "30"));
		}
	}

}
