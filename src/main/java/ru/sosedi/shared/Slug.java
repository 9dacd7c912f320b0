package ru.sosedi.shared;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The readable part of an address: Latin letters, digits and hyphens, made from a Russian
 * or English name.
 */
public final class Slug {

	private static final int LONGEST = 80;

	private static final String CYRILLIC = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя";

	private static final String[] LATIN = { "a", "b", "v", "g", "d", "e", "e", "zh", "z", "i", "y", "k", "l", "m", "n",
			"o", "p", "r", "s", "t", "u", "f", "kh", "ts", "ch", "sh", "shch", "", "y", "", "e", "yu", "ya" };

	private Slug() {
	}

	/**
	 * Never empty: a name without a single letter or digit becomes {@code "x"}. At most
	 * 80 characters.
	 */
	public static String of(String name) {
		StringBuilder latin = new StringBuilder();
		for (char c : name.toLowerCase(Locale.ROOT).toCharArray()) {
			int at = CYRILLIC.indexOf(c);
			latin.append(at < 0 ? String.valueOf(c) : LATIN[at]);
		}
		String slug = Normalizer.normalize(latin, Normalizer.Form.NFD)
			.replaceAll("\\p{M}", "")
			.replaceAll("[^a-z0-9]+", "-")
			.replaceAll("^-|-$", "");
		if (slug.length() > LONGEST) {
			slug = slug.substring(0, LONGEST).replaceAll("-[^-]*$", "");
		}
		return slug.isEmpty() ? "x" : slug;
	}

}
