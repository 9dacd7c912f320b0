package ru.sosedi.programme;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a visitor typed into the search field, as a query of PostgreSQL's full-text
 * search: the usual signs of web searches work (quotes, minus, or), and the last word may
 * be unfinished. No text can make it fail.
 *
 * @param whole all of it
 * @param before all but the last word; may be empty
 * @param last the last word when it may be unfinished (letters and digits only), or
 * {@code null}
 */
record SearchText(String whole, String before, String last) {

	private static final Pattern UNFINISHED = Pattern.compile("(?:^|(.*)[^\\p{L}\\p{N}\"-])([\\p{L}\\p{N}]{3,})$");

	static SearchText of(String text) {
		Matcher parts = UNFINISHED.matcher(text);
		if (!parts.matches() || text.indexOf('"') >= 0) {
			return new SearchText(text, "", null);
		}
		String before = (parts.group(1) != null) ? parts.group(1) : "";
		return new SearchText(text, before, parts.group(2));
	}

	/** An SQL expression of type {@code tsquery} over {@link #parameters()}. */
	String query() {
		String exact = "websearch_to_tsquery('russian', :sought)";
		if (this.last == null) {
			return exact;
		}
		String unfinished = "to_tsquery('russian', :soughtLast)";
		return this.before.isEmpty() ? "(%s || %s)".formatted(exact, unfinished)
				: "(%s || (websearch_to_tsquery('russian', :soughtBefore) && %s))".formatted(exact, unfinished);
	}

	Map<String, Object> parameters() {
		Map<String, Object> parameters = new LinkedHashMap<>();
		parameters.put("sought", this.whole);
		if (!this.before.isEmpty()) {
			parameters.put("soughtBefore", this.before);
		}
		if (this.last != null) {
			parameters.put("soughtLast", this.last + ":*");
		}
		return parameters;
	}

}
