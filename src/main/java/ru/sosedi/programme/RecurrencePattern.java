package ru.sosedi.programme;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import ru.sosedi.shared.RefusedException;

/**
 * A recurrence in the words of people: every n-th week on some weekdays, the last Friday
 * of the month, the 15th of the month. It ends on a day or after a number of dates.
 *
 * @param kind how it repeats
 * @param interval every how many weeks or months; at least 1
 * @param weekdays for {@link Kind#WEEKLY}, at least one
 * @param ordinal for {@link Kind#MONTHLY_WEEKDAY}: 1 to 4, or -1 for the last
 * @param weekday for {@link Kind#MONTHLY_WEEKDAY}
 * @param monthDay for {@link Kind#MONTHLY_DAY}: 1 to 31; a month without it is left out
 * @param until the last day, inclusive; {@code null} when it ends by count
 * @param count how many dates; {@code null} when it ends by day
 */
public record RecurrencePattern(Kind kind, int interval, Set<DayOfWeek> weekdays, Integer ordinal, DayOfWeek weekday,
		Integer monthDay, LocalDate until, Integer count) {

	/** How dates repeat. */
	public enum Kind {

		WEEKLY, MONTHLY_WEEKDAY, MONTHLY_DAY

	}

	private static final Pattern PART = Pattern.compile("([A-Z]+)=([^;]+)");

	public RecurrencePattern {
		weekdays = (weekdays == null) ? Set.of() : Set.copyOf(weekdays);
	}

	/**
	 * @throws RefusedException at the field that is missing or makes no sense
	 */
	public Recurrence toRecurrence() {
		if (this.until == null && this.count == null) {
			throw new RefusedException("until", "programme.series.end.missing");
		}
		if (this.until != null && this.count != null) {
			throw new RefusedException("count", "programme.series.end.twice");
		}
		String rule = switch (this.kind) {
			case WEEKLY -> "FREQ=WEEKLY;INTERVAL=" + this.interval + ";BYDAY=" + days();
			case MONTHLY_WEEKDAY -> "FREQ=MONTHLY;INTERVAL=" + this.interval + ";BYDAY="
					+ required(this.ordinal, "ordinal") + letters(required(this.weekday, "weekday"));
			case MONTHLY_DAY ->
				"FREQ=MONTHLY;INTERVAL=" + this.interval + ";BYMONTHDAY=" + required(this.monthDay, "monthDay");
		};
		return new Recurrence(rule + ((this.until != null)
				? ";UNTIL=" + this.until.format(DateTimeFormatter.BASIC_ISO_DATE) : ";COUNT=" + this.count));
	}

	private String days() {
		if (this.weekdays.isEmpty()) {
			throw new RefusedException("weekdays", "programme.series.weekdays.missing");
		}
		return new TreeSet<>(this.weekdays).stream().map(RecurrencePattern::letters).collect(Collectors.joining(","));
	}

	private static <T> T required(T value, String field) {
		if (value == null) {
			throw new RefusedException(field, "programme.series." + field + ".missing");
		}
		return value;
	}

	private static String letters(DayOfWeek day) {
		return day.name().substring(0, 2);
	}

	/**
	 * Reads a rule that {@link #toRecurrence()} wrote, to show it in a form again.
	 */
	public static RecurrencePattern of(Recurrence recurrence) {
		var parts = PART.matcher(recurrence.rule())
			.results()
			.collect(Collectors.toMap((part) -> part.group(1), (part) -> part.group(2)));
		String days = parts.getOrDefault("BYDAY", "");
		Matcher ordinal = Pattern.compile("(-?\\d)([A-Z]{2})").matcher(days);
		boolean weekdayOfMonth = ordinal.matches();
		Kind kind = parts.containsKey("BYMONTHDAY") ? Kind.MONTHLY_DAY
				: weekdayOfMonth ? Kind.MONTHLY_WEEKDAY : Kind.WEEKLY;
		Set<DayOfWeek> weekdays = (kind == Kind.WEEKLY && !days.isEmpty())
				? Pattern.compile(",").splitAsStream(days).map(RecurrencePattern::day).collect(Collectors.toSet())
				: Set.of();
		return new RecurrencePattern(kind, Integer.parseInt(parts.getOrDefault("INTERVAL", "1")), weekdays,
				weekdayOfMonth ? Integer.valueOf(ordinal.group(1)) : null,
				weekdayOfMonth ? day(ordinal.group(2)) : null, number(parts.get("BYMONTHDAY")),
				until(parts.get("UNTIL")), number(parts.get("COUNT")));
	}

	private static Integer number(String text) {
		return (text == null) ? null : Integer.valueOf(text);
	}

	private static LocalDate until(String text) {
		return (text == null) ? null : LocalDate.parse(text.substring(0, 8), DateTimeFormatter.BASIC_ISO_DATE);
	}

	private static DayOfWeek day(String letters) {
		for (DayOfWeek day : DayOfWeek.values()) {
			if (day.name().startsWith(letters.toUpperCase(Locale.ROOT))) {
				return day;
			}
		}
		throw new IllegalArgumentException(letters);
	}

}
