package ru.sosedi.programme.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import ru.sosedi.shared.RefusedException;

/**
 * Reads what a form sent. Fields are texts, so whatever was typed can be shown again;
 * what makes no sense reads as nothing, or is refused at its field.
 */
final class Typed {

	private static final int LONGEST_NUMBER = 7;

	private static final DateTimeFormatter RUSSIAN_DATE = DateTimeFormatter.ofPattern("d.M.uuuu");

	private Typed() {
	}

	static boolean isBlank(String text) {
		return text == null || text.isBlank();
	}

	static <E extends Enum<E>> E choice(Class<E> type, String text) {
		return Arrays.stream(type.getEnumConstants())
			.filter((constant) -> constant.name().equals(text))
			.findFirst()
			.orElse(null);
	}

	static <E extends Enum<E>> Set<E> choices(Class<E> type, Collection<String> texts) {
		return Arrays.stream(type.getEnumConstants())
			.filter((constant) -> texts != null && texts.contains(constant.name()))
			.collect(Collectors.toSet());
	}

	static LocalDate day(String text) {
		try {
			return isBlank(text) ? null : LocalDate.parse(text.strip());
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	/** As a date field sends it, or as Russians write it: 23.02.2027. */
	static LocalDate writtenDay(String text) {
		LocalDate day = day(text);
		if (day != null) {
			return day;
		}
		try {
			return LocalDate.parse(text.strip(), RUSSIAN_DATE);
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	static LocalTime time(String text) {
		try {
			return isBlank(text) ? null : LocalTime.parse(text.strip()).withSecond(0).withNano(0);
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	static YearMonth month(String text) {
		try {
			return isBlank(text) ? null : YearMonth.parse(text.strip());
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	static UUID id(String text) {
		try {
			return isBlank(text) ? null : UUID.fromString(text.strip());
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	/** {@code null} for an empty field; what is no number is refused. */
	static Integer number(String text, String field) {
		if (isBlank(text)) {
			return null;
		}
		String digits = text.strip();
		if (!digits.matches("-?\\d{1," + LONGEST_NUMBER + "}")) {
			throw new RefusedException(field, "programme.desk.schedule.number");
		}
		return Integer.valueOf(digits);
	}

	static List<String> lines(String text) {
		return (text == null) ? List.of() : text.lines().toList();
	}

}
