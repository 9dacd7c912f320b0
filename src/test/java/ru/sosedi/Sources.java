package ru.sosedi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The project's own files, for the guards that read them. */
final class Sources {

	static final Path JAVA = Path.of("src/main/java");

	static final Path TEMPLATES = Path.of("src/main/resources/templates");

	static final Path MESSAGES = Path.of("src/main/resources/messages");

	static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

	// text blocks, strings and characters on the one hand, comments on the other:
	// whichever begins first
	private static final Pattern LITERAL_OR_COMMENT = Pattern.compile(
			"(?s)\"\"\"(.*?)\"\"\"|\"((?:\\\\.|[^\"\\\\\n])*)\"" + "|'((?:\\\\.|[^'\\\\\n])+)'|//[^\n]*|/\\*.*?\\*/");

	private Sources() {
	}

	/** All files below the directory with that ending, in the order of their names. */
	static List<Path> under(Path directory, String ending) {
		try (Stream<Path> files = Files.walk(directory)) {
			List<Path> found = files.filter((file) -> file.toString().endsWith(ending)).sorted().toList();
			if (found.isEmpty()) {
				throw new IllegalStateException("no *" + ending + " under " + directory + ": the guard guards nothing");
			}
			return found;
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** The strings and characters of a Java source, without those in comments. */
	static List<String> literals(String java) {
		return LITERAL_OR_COMMENT.matcher(java)
			.results()
			.map(Sources::literal)
			.filter((literal) -> !literal.isEmpty())
			.toList();
	}

	private static String literal(MatchResult match) {
		for (int group = 1; group <= match.groupCount(); group++) {
			if (match.group(group) != null) {
				return match.group(group);
			}
		}
		return "";
	}

	/** A template's name as a controller writes it. */
	static String templateName(Path file) {
		return TEMPLATES.relativize(file).toString().replace('\\', '/').replaceAll("\\.[a-z]+$", "");
	}

}
