package ru.sosedi.programme;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The occurrence after which the next page of a list begins.
 *
 * @param startsAt to the microsecond, as the database keeps it
 * @param occurrenceId tells apart occurrences that start together
 */
public record ProgrammeCursor(Instant startsAt, UUID occurrenceId) {

	private static final int RADIX = 36;

	private static final Pattern FORM = Pattern
		.compile("([0-9a-z]{1,11})\\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

	/** Empty for a text that {@link #toString()} did not write. */
	public static Optional<ProgrammeCursor> parse(String text) {
		Matcher parts = (text != null) ? FORM.matcher(text) : null;
		if (parts == null || !parts.matches()) {
			return Optional.empty();
		}
		// 36^11 microseconds reach the year 6140: neither Instant nor PostgreSQL
		// overflows
		Instant startsAt = Instant.EPOCH.plus(Long.parseLong(parts.group(1), RADIX), ChronoUnit.MICROS);
		return Optional.of(new ProgrammeCursor(startsAt, UUID.fromString(parts.group(2))));
	}

	@Override
	public String toString() {
		return Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, this.startsAt), RADIX) + "." + this.occurrenceId;
	}

}
