package ru.sosedi.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs the programs of PostgreSQL. They refuse to run as root; there they get a user
 * namespace of their own, in which they are nobody, and still work on root's files.
 */
final class PostgresCommands {

	private static final List<String> AS_NOBODY = List.of("unshare", "--user");

	private final Path programs;

	PostgresCommands(Path programs) {
		this.programs = programs;
	}

	/**
	 * @throws StartupRefusal when we are root and cannot become nobody
	 */
	void requireRunnable() {
		if (!isRoot()) {
			return;
		}
		List<String> trial = new ArrayList<>(AS_NOBODY);
		trial.add("true");
		if (!run(trial).succeeded()) {
			throw new StartupRefusal("startup.root.noNamespaces");
		}
	}

	/**
	 * @return what the program said
	 * @throws StartupRefusal when it failed, with its last words
	 */
	String succeed(String program, List<String> arguments) {
		List<String> command = new ArrayList<>(isRoot() ? AS_NOBODY : List.of());
		command.add(this.programs.resolve("bin").resolve(program).toString());
		command.addAll(arguments);
		Outcome outcome = run(command);
		if (!outcome.succeeded()) {
			throw new StartupRefusal("startup.postgres.failed", program, outcome.said().strip());
		}
		return outcome.said();
	}

	// the output goes to a file, because a server started here would keep a pipe open
	private static Outcome run(List<String> command) {
		try {
			Path output = Files.createTempFile("postgres", ".out");
			try {
				Process process = new ProcessBuilder(command).redirectErrorStream(true)
					.redirectOutput(output.toFile())
					.start();
				boolean succeeded = process.waitFor() == 0;
				return new Outcome(succeeded, Files.readString(output));
			}
			finally {
				Files.deleteIfExists(output);
			}
		}
		catch (IOException e) {
			return new Outcome(false, e.getMessage());
		}
		catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return new Outcome(false, e.toString());
		}
	}

	private static boolean isRoot() {
		return "root".equals(System.getProperty("user.name"));
	}

	private record Outcome(boolean succeeded, String said) {
	}

}
