package ru.sosedi.partners;

import java.util.Locale;

/**
 * Names of NGOs. Two names are one and the same when they differ in nothing but quotation
 * marks, case and spaces; the column {@code ngo.name_key} holds the same rule.
 */
final class NgoName {

	private NgoName() {
	}

	/** The name with runs of spaces made one. */
	static String line(String name) {
		return name.replaceAll("\\s+", " ").strip();
	}

	static String key(String name) {
		return line(name.replaceAll("[\u00ab\u00bb\"\u201e\u201c\u201d'`]", "")).toLowerCase(Locale.ROOT);
	}

}
