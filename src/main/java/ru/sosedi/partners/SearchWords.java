package ru.sosedi.partners;

import java.util.Arrays;

/** What people look for, made into patterns of SQL. */
final class SearchWords {

	private static final int LONGEST = 100;

	private static final String NOTHING = "-";

	private SearchWords() {
	}

	/** What a name must be like to hold all the words. */
	static String[] patterns(String text) {
		return Arrays.stream(clean(text).split(" ")).map((word) -> "%" + escaped(word) + "%").toArray(String[]::new);
	}

	/**
	 * What an INN must be like; matches none unless the text is a number of three digits
	 * or more.
	 */
	static String innPattern(String text) {
		String digits = clean(text);
		return digits.matches("[0-9]{3,12}") ? digits + "%" : NOTHING;
	}

	static String clean(String text) {
		String line = (text == null) ? "" : text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
		return (line.length() > LONGEST) ? line.substring(0, LONGEST) : line;
	}

	private static String escaped(String word) {
		return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
	}

}
