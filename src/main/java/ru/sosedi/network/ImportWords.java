package ru.sosedi.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The words an imported file may use, Russian and English: each value of the format has
 * its synonyms in the message bundles, separated by {@code |}, the one that the portal
 * itself writes first.
 */
@Component
class ImportWords {

	private static final Locale[] LANGUAGES = { Locale.of("ru"), Locale.ENGLISH };

	private final MessageSource messages;

	ImportWords(MessageSource messages) {
		this.messages = messages;
	}

	/** The word the portal writes for a key. */
	String own(String key) {
		return own(key, 0);
	}

	/** The n-th of the Russian words for a key: where the words differ by gender. */
	String own(String key, int n) {
		return synonyms(key, LANGUAGES[0])[n].strip();
	}

	/** All words of both languages for a key, made plain. */
	List<String> all(String key) {
		List<String> words = new ArrayList<>();
		for (Locale language : LANGUAGES) {
			Arrays.stream(synonyms(key, language)).map(ImportWords::plain).forEach(words::add);
		}
		return words;
	}

	/** From every plain synonym to the constant of the enum that it means. */
	<E extends Enum<E>> Map<String, E> table(String prefix, E[] values) {
		Map<String, E> table = new LinkedHashMap<>();
		for (E value : values) {
			all(key(prefix, value)).forEach((word) -> table.put(word, value));
		}
		return table;
	}

	<E extends Enum<E>> String own(String prefix, E value) {
		return own(key(prefix, value));
	}

	/** The words the portal writes for these values, as a reader is shown the choice. */
	<E extends Enum<E>> String choice(String prefix, E[] values) {
		return String.join(", ", Arrays.stream(values).map((value) -> own(prefix, value)).toList());
	}

	/** From plain header to column, in both languages. */
	Map<String, ImportColumn> columns(ImportKind kind) {
		Map<String, ImportColumn> columns = new HashMap<>();
		for (ImportColumn column : ImportColumn.of(kind)) {
			for (Locale language : LANGUAGES) {
				columns.put(plain(this.messages.getMessage(column.messageKey(), null, language)), column);
			}
			all(column.messageKey() + ".synonyms").forEach((word) -> columns.put(word, column));
		}
		return columns;
	}

	/**
	 * Text as it is compared: lower case, one kind of dash, quote, space and «е», no
	 * spaces around.
	 */
	static String plain(String text) {
		return text.toLowerCase(Locale.ROOT)
			.replace('\u0451', '\u0435')
			.replaceAll("[\u2010-\u2015\u2212]", "-")
			.replaceAll("[\u00ab\u00bb\u201c\u201d\u201e]", "\"")
			.replaceAll("[\\s\u00a0\u2007\u202f]+", " ")
			.strip();
	}

	private String[] synonyms(String key, Locale language) {
		return this.messages.getMessage(key, null, language).split("\\|");
	}

	private static <E extends Enum<E>> String key(String prefix, E value) {
		return prefix + value.name().toLowerCase(Locale.ROOT);
	}

}
