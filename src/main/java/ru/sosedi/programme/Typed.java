package ru.sosedi.programme;

import java.util.List;
import java.util.Objects;

import ru.sosedi.shared.RefusedException;

/** What people type, made fit to be kept. */
final class Typed {

	private Typed() {
	}

	/** One line without control characters; {@code null} when nothing is left. */
	static String line(String text) {
		String line = (text == null) ? "" : text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
		return line.isEmpty() ? null : line;
	}

	/** Lines kept, other control characters dropped; never {@code null}. */
	static String lines(String text) {
		return (text == null) ? "" : text.replaceAll("\\r\\n?", "\n").replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "").strip();
	}

	/** Every line that says something. */
	static List<String> list(List<String> texts) {
		return texts.stream().map(Typed::line).filter(Objects::nonNull).distinct().toList();
	}

	static String required(String text, String field, String messageKey) {
		String line = line(text);
		if (line == null) {
			throw new RefusedException(field, messageKey);
		}
		return line;
	}

	static <T> T required(T value, String field, String messageKey) {
		if (value == null) {
			throw new RefusedException(field, messageKey);
		}
		return value;
	}

	static String noLonger(String text, int longest, String field) {
		if (text != null && text.length() > longest) {
			throw new RefusedException(field, "programme.event.text.long", longest);
		}
		return text;
	}

}
