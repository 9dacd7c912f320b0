package ru.sosedi.programme;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;
import ru.sosedi.shared.RefusedException;

/**
 * A rule of RFC 5545 for days that repeat: daily, weekly or monthly, with an end. It
 * speaks of days only; the hour of the day is the series', in the library's own zone, so
 * it stays the same on the wall clock all year round.
 *
 * @param rule in the RFC's own letters, without {@code RRULE:}
 */
public record Recurrence(String rule) {

	/** More dates than that are no series but a mistake. */
	public static final int MOST_DATES = 400;

	/** How far ahead a series may reach, in months from its first day. */
	public static final int MOST_MONTHS = 18;

	private static final Set<Freq> FREQUENCIES = Set.of(Freq.DAILY, Freq.WEEKLY, Freq.MONTHLY);

	// What cannot be said with these parts, a library does not need; they also keep the
	// work of an expansion small.
	private static final Pattern PARTS = Pattern
		.compile("(?:(?:FREQ|INTERVAL|COUNT|UNTIL|BYDAY|BYMONTHDAY|BYSETPOS|BYMONTH|WKST)=[A-Z0-9,+-]+;?){1,12}");

	private static final int LONGEST_RULE = 200;

	private static final int MOST_INTERVAL = 52;

	/**
	 * @throws RefusedException at {@code rule} when the text is no rule, is not of days,
	 * weeks or months, or never ends
	 */
	public Recurrence {
		rule = (rule == null) ? "" : rule.strip().toUpperCase(Locale.ROOT);
		RecurrenceRule parsed = parse(rule);
		if (!FREQUENCIES.contains(parsed.getFreq()) || parsed.getInterval() > MOST_INTERVAL) {
			throw new RefusedException("rule", "programme.series.rule.frequency");
		}
		if (parsed.getCount() == null && parsed.getUntil() == null) {
			throw new RefusedException("rule", "programme.series.rule.endless");
		}
		if (parsed.getCount() != null && parsed.getCount() > MOST_DATES) {
			throw new RefusedException("rule", "programme.series.rule.many", MOST_DATES);
		}
	}

	private static RecurrenceRule parse(String rule) {
		if (rule.length() > LONGEST_RULE || !PARTS.matcher(rule).matches()) {
			throw new RefusedException("rule", "programme.series.rule.invalid");
		}
		try {
			RecurrenceRule parsed = new RecurrenceRule(rule, RecurrenceRule.RfcMode.RFC5545_STRICT);
			if (parsed.getUntil() != null) {
				dateOf(parsed.getUntil());
			}
			return parsed;
		}
		catch (InvalidRecurrenceRuleException | IllegalArgumentException | IndexOutOfBoundsException
				| DateTimeException ex) {
			throw new RefusedException("rule", "programme.series.rule.invalid");
		}
	}

	/**
	 * The days of the rule from the first day on, excluded ones left out, in order. The
	 * first day itself is among them only when the rule names it.
	 * @throws RefusedException at {@code rule} when there is no day at all, more than
	 * {@link #MOST_DATES}, or one beyond {@link #MOST_MONTHS} months
	 */
	public List<LocalDate> days(LocalDate first, Set<LocalDate> excluded) {
		LocalDate horizon = first.plusMonths(MOST_MONTHS);
		List<LocalDate> days = new ArrayList<>();
		for (LocalDate day : expand(first, horizon)) {
			if (day.isAfter(horizon)) {
				throw new RefusedException("rule", "programme.series.rule.far", MOST_MONTHS);
			}
			if (!excluded.contains(day)) {
				days.add(day);
			}
		}
		if (days.isEmpty()) {
			throw new RefusedException("rule", "programme.series.rule.empty");
		}
		return days;
	}

	private List<LocalDate> expand(LocalDate first, LocalDate horizon) {
		RecurrenceRule parsed = parse(this.rule);
		if (parsed.getUntil() != null) {
			// The rule speaks of days: whatever the hour in it, its last day counts.
			parsed.setUntil(allDay(dateOf(parsed.getUntil())));
			if (dateOf(parsed.getUntil()).isBefore(first)) {
				throw new RefusedException("rule", "programme.series.rule.over");
			}
		}
		List<LocalDate> days = new ArrayList<>();
		try {
			RecurrenceRuleIterator dates = parsed.iterator(allDay(first));
			while (dates.hasNext()) {
				days.add(dateOf(dates.nextDateTime()));
				if (days.getLast().isAfter(horizon)) {
					break;
				}
				if (days.size() > MOST_DATES) {
					throw new RefusedException("rule", "programme.series.rule.many", MOST_DATES);
				}
			}
		}
		catch (IllegalArgumentException ex) {
			// The library gives up on a rule whose days never come (31 February).
			throw new RefusedException("rule", "programme.series.rule.empty");
		}
		return days;
	}

	private static DateTime allDay(LocalDate day) {
		return new DateTime(day.getYear(), day.getMonthValue() - 1, day.getDayOfMonth());
	}

	private static LocalDate dateOf(DateTime time) {
		return LocalDate.of(time.getYear(), time.getMonth() + 1, time.getDayOfMonth());
	}

	@Override
	public String toString() {
		return this.rule;
	}

}
