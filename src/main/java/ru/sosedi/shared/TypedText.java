package ru.sosedi.shared;

import java.util.List;
import java.util.Objects;

/** What people type, made fit to be kept. */
public final class TypedText {

	private TypedText() {
	}

	/**
	 * One line without control characters and signs that nobody sees; {@code null} when
	 * nothing is left.
	 */
	public static String line(String text) {
		String line = (text == null) ? ""
				: text.replaceAll("[\\p{Cntrl}\\u0085\\p{Zl}\\p{Zp}]+", " ")
					.replaceAll("[\\p{Cf}\\p{Cs}\\p{Co}\\uFFFE\\uFFFF]", "")
					.strip();
		return line.isEmpty() ? null : line;
	}

	/** Lines kept, other control characters dropped; never {@code null}. */
	public static String lines(String text) {
		return (text == null) ? "" : text.replaceAll("\\r\\n?", "\n").replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "").strip();
	}

	/** Every line that says something, once. */
	public static List<String> list(List<String> texts) {
		return texts.stream().map(TypedText::line).filter(Objects::nonNull).distinct().toList();
	}

	/**
	 * @throws RefusedException at the field when nothing was typed
	 */
	public static String required(String text, String field, String messageKey) {
		String line = line(text);
		if (line == null) {
			throw new RefusedException(field, messageKey);
		}
		return line;
	}

	/**
	 * @throws RefusedException at the field when there is no value
	 */
	public static <T> T required(T value, String field, String messageKey) {
		if (value == null) {
			throw new RefusedException(field, messageKey);
		}
		return value;
	}

	/**
	 * The text itself, which may be {@code null}.
	 * @throws RefusedException at the field when it has more characters
	 */
	public static String noLonger(String text, int longest, String field) {
		if (text != null && text.length() > longest) {
			throw new RefusedException(field, "shared.text.long", longest);
		}
		return text;
	}

}
