package ru.sosedi.agreements.web;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import ru.sosedi.shared.RefusedException;

/**
 * Reads what was typed into a form; nothing typed is {@code null}, nonsense is refused.
 */
final class Typed {

	private Typed() {
	}

	static boolean isEmpty(String text) {
		return text == null || text.isBlank();
	}

	static UUID id(String field, String text) {
		if (isEmpty(text)) {
			return null;
		}
		try {
			return UUID.fromString(text.strip());
		}
		catch (IllegalArgumentException ex) {
			throw new RefusedException(field, "agreements.form.choice");
		}
	}

	static Set<UUID> ids(String field, List<String> texts) {
		Set<UUID> ids = new LinkedHashSet<>();
		for (String text : (texts == null) ? List.<String>of() : texts) {
			UUID id = id(field, text);
			if (id != null) {
				ids.add(id);
			}
		}
		return ids;
	}

	static <E extends Enum<E>> E choice(String field, String text, Class<E> type) {
		if (isEmpty(text)) {
			return null;
		}
		return Arrays.stream(type.getEnumConstants())
			.filter((value) -> value.name().equals(text.strip()))
			.findFirst()
			.orElseThrow(() -> new RefusedException(field, "agreements.form.choice"));
	}

	static LocalDate day(String field, String text) {
		if (isEmpty(text)) {
			return null;
		}
		try {
			return LocalDate.parse(text.strip());
		}
		catch (DateTimeException ex) {
			throw new RefusedException(field, "agreements.fields.day");
		}
	}

	static Integer whole(String field, String text) {
		if (isEmpty(text)) {
			return null;
		}
		if (!text.strip().matches("[0-9]{1,6}")) {
			throw new RefusedException(field, "agreements.form.whole");
		}
		return Integer.valueOf(text.strip());
	}

	static BigDecimal decimal(String field, String text) {
		if (isEmpty(text)) {
			return null;
		}
		String number = text.strip().replace(',', '.').replace("\u00a0", "").replace(" ", "");
		if (!number.matches("[0-9]{1,9}(\\.[0-9]{1,6})?")) {
			throw new RefusedException(field, "agreements.fields.number");
		}
		return new BigDecimal(number);
	}

	/** The version that a form carries; one without any is always stale. */
	static long version(String text) {
		return (text != null && text.matches("[0-9]{1,18}")) ? Long.parseLong(text) : -1;
	}

	static String text(Object value) {
		return (value == null) ? "" : value.toString();
	}

}
