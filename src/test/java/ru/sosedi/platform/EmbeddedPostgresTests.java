package ru.sosedi.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Starts, crashes and refusals of the embedded server; no data are harmed by any. */
class EmbeddedPostgresTests {

	private static final Map<String, String> QUICK = Map.of("fsync", "off");

	private static final Path PROGRAMS = Path.of("var", "postgres-programs");

	@TempDir
	Path directory;

	private Path data;

	private Locale language;

	@BeforeEach
	void shareTheProgramsOfTheRun() throws IOException {
		this.language = Locale.getDefault();
		Locale.setDefault(Locale.ENGLISH);
		this.data = this.directory.resolve("postgres");
		Files.createDirectories(PROGRAMS);
		Files.createSymbolicLink(this.directory.resolve("postgres-programs"), PROGRAMS.toAbsolutePath());
	}

	@AfterEach
	void putBack() throws IOException {
		Files.delete(this.directory.resolve("postgres-programs"));
		Locale.setDefault(this.language);
	}

	@Test
	void dataAreKeptBetweenStartsAndSortedAsRussiansDo() throws Exception {
		try (EmbeddedPostgres postgres = EmbeddedPostgres.start(this.data, 0, QUICK)) {
			execute(postgres, "create table kept as select * from (values ('Я'), ('Ё'), ('Е'), ('Ж')) as t(letter)");
		}
		try (EmbeddedPostgres postgres = EmbeddedPostgres.start(this.data, 0, QUICK)) {
			assertThat(letters(postgres)).isEqualTo("ЕЁЖЯ");
		}
		assertThat(this.directory.resolve("postgres.unfinished")).doesNotExist();
	}

	@Test
	void secondPortalIsToldToUseAnotherDirectory() throws Exception {
		try (EmbeddedPostgres postgres = EmbeddedPostgres.start(this.data, 0, QUICK)) {
			assertThatExceptionOfType(StartupRefusal.class)
				.isThrownBy(() -> EmbeddedPostgres.start(this.data, 0, QUICK))
				.withMessageContaining("in use by another running portal");
			execute(postgres, "select 1");
		}
	}

	@Test
	void killedPortalLeavesItsServerToTheNextStart() throws Exception {
		Process portal = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
				System.getProperty("java.class.path"), Started.class.getName(), this.data.toString())
			.redirectErrorStream(true)
			.redirectOutput(this.directory.resolve("portal.out").toFile())
			.start();
		Path ready = this.directory.resolve("ready");
		for (int tries = 0; tries < 600 && !Files.exists(ready); tries++) {
			Thread.sleep(100);
		}
		assertThat(ready).as(Files.readString(this.directory.resolve("portal.out"))).exists();
		portal.destroyForcibly();
		assertThat(portal.waitFor(10, TimeUnit.SECONDS)).isTrue();
		assertThat(this.data.resolve("postmaster.pid")).exists();

		try (EmbeddedPostgres postgres = EmbeddedPostgres.start(this.data, 0, QUICK)) {
			assertThat(letters(postgres)).isEqualTo("А");
		}
	}

	@Test
	void halfWrittenDirectoryIsRefusedAndLeftAsItIs() throws Exception {
		Files.createDirectories(this.data.resolve("global"));
		Files.writeString(this.data.resolve("PG_VERSION"), "18\n");
		Files.writeString(this.data.resolve("postgresql.conf"), "port = 5432\n");
		Files.writeString(this.data.resolve("global/pg_control"), "");
		assertThatExceptionOfType(StartupRefusal.class).isThrownBy(() -> EmbeddedPostgres.start(this.data, 0, QUICK))
			.withMessageContaining("half-written (global/pg_control is missing)")
			.withMessageContaining("rename that directory");
		assertThat(this.data.resolve("PG_VERSION")).hasContent("18");
	}

	@Test
	void directoryOfSomethingElseIsRefusedAndLeftAsItIs() throws Exception {
		Files.createDirectories(this.data);
		Files.writeString(this.data.resolve("diploma.txt"), "precious");
		assertThatExceptionOfType(StartupRefusal.class).isThrownBy(() -> EmbeddedPostgres.start(this.data, 0, QUICK))
			.withMessageContaining("PG_VERSION is missing");
		assertThat(this.data.resolve("diploma.txt")).hasContent("precious");
	}

	@Test
	void directoryOfAnotherVersionIsRefused() throws Exception {
		Files.createDirectories(this.data.resolve("global"));
		Files.writeString(this.data.resolve("PG_VERSION"), "15\n");
		Files.writeString(this.data.resolve("postgresql.conf"), "port = 5432\n");
		Files.writeString(this.data.resolve("global/pg_control"), "control");
		assertThatExceptionOfType(StartupRefusal.class).isThrownBy(() -> EmbeddedPostgres.start(this.data, 0, QUICK))
			.withMessageContaining("made by PostgreSQL 15")
			.withMessageContaining("pg_dump");
	}

	@Test
	void interruptedFirstStartIsBegunAnew() throws Exception {
		Path unfinished = Files.createDirectories(this.directory.resolve("postgres.unfinished").resolve("base"));
		Files.writeString(unfinished.resolve("1"), "half");
		Files.createDirectories(this.data);
		try (EmbeddedPostgres postgres = EmbeddedPostgres.start(this.data, 0, QUICK)) {
			execute(postgres, "select 1");
		}
		assertThat(unfinished).doesNotExist();
	}

	@Test
	void busyPortIsNamed() throws Exception {
		try (EmbeddedPostgres first = EmbeddedPostgres.start(this.data, 0, QUICK)) {
			Path other = this.directory.resolve("other");
			assertThatExceptionOfType(StartupRefusal.class)
				.isThrownBy(() -> EmbeddedPostgres.start(other, first.port(), QUICK))
				.withMessageContaining("SPRING_DATASOURCE_URL");
			FileSystemUtils.deleteRecursively(other);
		}
	}

	@Test
	void fileInTheWayIsSaid() throws Exception {
		Path file = Files.writeString(this.directory.resolve("file"), "not a directory");
		assertThatExceptionOfType(StartupRefusal.class)
			.isThrownBy(() -> EmbeddedPostgres.start(file.resolve("postgres"), 0, QUICK))
			.withMessageContaining("cannot be written");
		assertThat(file).hasContent("not a directory");
	}

	private static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
		try (Connection connection = DriverManager.getConnection(postgres.jdbcUrl("postgres"), "postgres", "");
				Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	private static String letters(EmbeddedPostgres postgres) throws SQLException {
		try (Connection connection = DriverManager.getConnection(postgres.jdbcUrl("postgres"), "postgres", "");
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery("select string_agg(letter, '' order by letter) from kept")) {
			row.next();
			return row.getString(1);
		}
	}

	/** What a portal is to its server: a process that may die at any moment. */
	static final class Started {

		private Started() {
		}

		public static void main(String[] arguments) throws Exception {
			Path data = Path.of(arguments[0]);
			EmbeddedPostgres postgres = EmbeddedPostgres.start(data, 0, Map.of());
			execute(postgres, "create table kept as select 'А' as letter");
			Files.write(data.resolveSibling("ready"), List.of());
			Thread.sleep(TimeUnit.MINUTES.toMillis(5));
		}

	}

}
