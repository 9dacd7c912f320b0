package ru.sosedi.platform;

import java.util.Locale;

/**
 * Which form of a noun stands after a number (the CLDR rules for whole numbers in Russian
 * and English).
 */
final class Plural {

	private Plural() {
	}

	/** {@code one}, {@code few} or {@code many}. */
	static String of(long number, Locale language) {
		long n = Math.abs(number);
		return language.getLanguage().equals("ru") ? russian(n) : english(n);
	}

	private static String russian(long n) {
		long tens = n % 100;
		if (tens >= 11 && tens <= 14) {
			return "many";
		}
		long last = n % 10;
		if (last == 1) {
			return "one";
		}
		return (last >= 2 && last <= 4) ? "few" : "many";
	}

	private static String english(long n) {
		return (n == 1) ? "one" : "many";
	}

}
