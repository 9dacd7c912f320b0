package ru.sosedi.partners.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import org.springframework.validation.BindingResult;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.web.Refusals;

/** Reads what was typed into forms: every fault becomes an error at its field. */
final class PartnerFields {

	private final BindingResult errors;

	PartnerFields(BindingResult errors) {
		this.errors = errors;
	}

	/**
	 * What the reading gives; {@code null} when it was refused, the error stands at its
	 * field.
	 */
	<T> T read(Supplier<T> reading) {
		try {
			return reading.get();
		}
		catch (RefusedException refusal) {
			Refusals.into(this.errors, refusal);
			return null;
		}
	}

	/** A day as date fields send it; {@code null} when nothing was typed. */
	LocalDate date(String field, String text) {
		return read(() -> day(field, text));
	}

	/**
	 * @throws RefusedException at the field when that is no day
	 */
	static LocalDate day(String field, String text) {
		if (text == null || text.isBlank()) {
			return null;
		}
		try {
			return LocalDate.parse(text.strip());
		}
		catch (DateTimeException notADay) {
			throw new RefusedException(field, "partners.date.unreadable");
		}
	}

	/** The constant of that name, or {@code null}. */
	static <E extends Enum<E>> E known(String name, Class<E> type) {
		return Arrays.stream(type.getEnumConstants())
			.filter((value) -> value.name().equals(name))
			.findFirst()
			.orElse(null);
	}

	/** {@code null} for what is no id. */
	static UUID id(String text) {
		try {
			return (text == null) ? null : UUID.fromString(text.strip());
		}
		catch (IllegalArgumentException forged) {
			return null;
		}
	}

	static List<String> lines(String text) {
		return (text == null) ? List.of() : text.lines().toList();
	}

	/** A form that carries no version was opened before anything: it is always stale. */
	static long version(Long version) {
		return (version == null) ? -1 : version;
	}

}
