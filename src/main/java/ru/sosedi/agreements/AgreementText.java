package ru.sosedi.agreements;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import ru.sosedi.documents.Markdown;

/**
 * The words of an agreement: clauses numbered, fields filled.
 *
 * @param clauses in their order
 * @param missing fields that have no value, by name
 */
public record AgreementText(List<NumberedClause> clauses, SortedSet<String> missing) {

	/** Stands where a value is missing. */
	static final String GAP = "________";

	private static final Pattern FIELD = Pattern.compile("\\{\\{\\s*([a-z][A-Za-z0-9_.]{0,60})\\s*}}");

	private static final Pattern MARKUP = Pattern.compile("([!\"#$%&'()*+,./:;<=>?@\\[\\\\\\]^_`{|}~-])");

	/**
	 * @param values of fields by name; a missing or empty one leaves a gap
	 */
	public static AgreementText of(List<Clause> clauses, Map<String, String> values) {
		SortedSet<String> missing = new TreeSet<>();
		List<NumberedClause> numbered = new ArrayList<>();
		int section = 0;
		int clause = 0;
		int appendix = 0;
		for (Clause each : clauses) {
			String number = switch (each.part()) {
				case RECITAL -> "";
				case SECTION -> {
					clause = 0;
					yield String.valueOf(++section);
				}
				case CLAUSE -> {
					clause++;
					yield (section == 0) ? String.valueOf(clause) : section + "." + clause;
				}
				case APPENDIX -> String.valueOf(++appendix);
			};
			numbered.add(new NumberedClause(each, number, fill(each.heading(), values, missing, false),
					Markdown.toHtml(fill(each.body(), values, missing, true))));
		}
		return new AgreementText(List.copyOf(numbered), missing);
	}

	/** The fields that a text names. */
	public static SortedSet<String> fieldsOf(String text) {
		SortedSet<String> names = new TreeSet<>();
		FIELD.matcher(text).results().forEach((field) -> names.add(field.group(1)));
		return names;
	}

	/** A text with its fields filled, as it was typed otherwise. */
	static String words(String text, Map<String, String> values) {
		return fill(text, values, new TreeSet<>(), false);
	}

	private static String fill(String text, Map<String, String> values, SortedSet<String> missing, boolean markdown) {
		Matcher field = FIELD.matcher(text);
		StringBuilder filled = new StringBuilder();
		while (field.find()) {
			String value = values.getOrDefault(field.group(1), "").replaceAll("\\s+", " ").strip();
			if (value.isEmpty()) {
				missing.add(field.group(1));
				value = GAP;
			}
			// a value is words, never markup
			String words = markdown ? MARKUP.matcher(value).replaceAll("\\\\$1") : value;
			field.appendReplacement(filled, Matcher.quoteReplacement(words));
		}
		return field.appendTail(filled).toString();
	}

}
