package ru.sosedi.platform;

import java.net.URL;
import java.util.Locale;
import java.util.Optional;

/**
 * The programs of PostgreSQL as the class path brings them: one archive per system and
 * processor. Knows nothing of unpacking, because the packaged portal has neither the
 * archive nor what unpacks it.
 */
final class PostgresArchive {

	private PostgresArchive() {
	}

	/** Empty in the packaged portal, and on a machine that nobody made an archive for. */
	static Optional<URL> forThisMachine() {
		return Optional
			.ofNullable(PostgresArchive.class.getResource("/postgres-" + system() + "-" + processor() + ".txz"));
	}

	private static String system() {
		String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
		if (name.contains("windows")) {
			return "windows";
		}
		return name.contains("mac") ? "darwin" : "linux";
	}

	private static String processor() {
		String name = System.getProperty("os.arch");
		return switch (name) {
			case "amd64", "x86_64" -> "x86_64";
			case "aarch64", "arm64" -> "arm_64";
			default -> name;
		};
	}

}
