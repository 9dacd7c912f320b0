package ru.sosedi.network;

import java.util.List;
import java.util.Objects;

import ru.sosedi.shared.RefusedException;

/** What a person typed, made fit to be stored: no control characters, no stray blanks. */
final class Text {

	private Text() {
	}

	/** One line, or {@code null} when nothing is left of it. */
	static String line(String typed, String field, int longest) {
		String line = (typed == null) ? "" : typed.replaceAll("[\\p{Cntrl}\\s\\u00A0\\u2028\\u2029]+", " ").strip();
		return fitting(line, field, longest);
	}

	/** Several lines, or {@code null} when nothing is left of them. */
	static String block(String typed, String field, int longest) {
		String block = (typed == null) ? ""
				: typed.replaceAll("\\R", "\n").replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "").strip();
		return fitting(block, field, longest);
	}

	/** One line that must be there. */
	static String required(String typed, String field, int longest, String missing) {
		String line = line(typed, field, longest);
		if (line == null) {
			throw new RefusedException(field, missing);
		}
		return line;
	}

	/** Lines without the empty and the repeated ones. */
	static List<String> lines(List<String> typed, String field, int most, int longest) {
		List<String> lines = (typed == null) ? List.of()
				: typed.stream().map((line) -> line(line, field, longest)).filter(Objects::nonNull).distinct().toList();
		if (lines.size() > most) {
			throw new RefusedException(field, "network.admin.too-many", most);
		}
		return lines;
	}

	private static String fitting(String text, String field, int longest) {
		if (text.length() > longest) {
			throw new RefusedException(field, "network.admin.too-long", longest);
		}
		return text.isEmpty() ? null : text;
	}

}
