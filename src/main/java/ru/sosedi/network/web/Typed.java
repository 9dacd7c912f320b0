package ru.sosedi.network.web;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import org.springframework.validation.BindingResult;

/**
 * Reads what was typed into a form; what cannot be read becomes an error at its field and
 * {@code null}. Nothing typed is {@code null} without an error.
 */
final class Typed {

	private final BindingResult errors;

	Typed(BindingResult errors) {
		this.errors = errors;
	}

	static boolean isEmpty(String text) {
		return text == null || text.isBlank();
	}

	Integer whole(String field, String text, String messageKey) {
		if (isEmpty(text)) {
			return null;
		}
		return text.strip().matches("[0-9]{1,9}") ? Integer.valueOf(text.strip()) : refused(field, messageKey);
	}

	/** With a point or a comma before the fraction. */
	BigDecimal decimal(String field, String text, String messageKey) {
		if (isEmpty(text)) {
			return null;
		}
		String number = text.strip().replace(',', '.').replace('\u2212', '-');
		return number.matches("-?[0-9]{1,9}(\\.[0-9]{1,12})?") ? new BigDecimal(number) : refused(field, messageKey);
	}

	LocalDate date(String field, String text, String messageKey) {
		if (isEmpty(text)) {
			return null;
		}
		try {
			LocalDate date = LocalDate.parse(text.strip());
			return (date.getYear() >= 1900 && date.getYear() <= 2200) ? date : refused(field, messageKey);
		}
		catch (DateTimeException ex) {
			return refused(field, messageKey);
		}
	}

	/** {@code 9:00}, {@code 09:00}, {@code 9.00}, {@code 900} or {@code 9}. */
	LocalTime time(String field, String text, String messageKey) {
		if (isEmpty(text)) {
			return null;
		}
		String time = text.strip().replace('.', ':');
		if (time.matches("[0-9]{1,2}")) {
			time += ":00";
		}
		else if (time.matches("[0-9]{3,4}")) {
			time = new StringBuilder(time).insert(time.length() - 2, ':').toString();
		}
		try {
			return LocalTime.parse((time.indexOf(':') == 1) ? "0" + time : time);
		}
		catch (DateTimeException ex) {
			return refused(field, messageKey);
		}
	}

	<E extends Enum<E>> E choice(String field, String text, Class<E> type, String messageKey) {
		if (isEmpty(text)) {
			return null;
		}
		E known = known(text, type);
		return (known != null) ? known : refused(field, messageKey);
	}

	/** The constant of that name, or {@code null}. */
	static <E extends Enum<E>> E known(String name, Class<E> type) {
		return Arrays.stream(type.getEnumConstants())
			.filter((value) -> value.name().equals(name))
			.findFirst()
			.orElse(null);
	}

	UUID id(String field, String text, String messageKey) {
		if (isEmpty(text)) {
			return null;
		}
		try {
			return UUID.fromString(text.strip());
		}
		catch (IllegalArgumentException ex) {
			return refused(field, messageKey);
		}
	}

	ZoneId zone(String field, String text, String messageKey) {
		String zone = isEmpty(text) ? "" : text.strip();
		return ZoneId.getAvailableZoneIds().contains(zone) ? ZoneId.of(zone) : refused(field, messageKey);
	}

	static List<String> lines(String text) {
		return (text == null) ? List.of() : text.lines().toList();
	}

	void refuse(String field, String messageKey) {
		this.errors.rejectValue(field, messageKey);
	}

	private <T> T refused(String field, String messageKey) {
		refuse(field, messageKey);
		return null;
	}

}
