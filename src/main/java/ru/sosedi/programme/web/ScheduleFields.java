package ru.sosedi.programme.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import ru.sosedi.programme.OccurrenceDetails;
import ru.sosedi.programme.RecurrencePattern;
import ru.sosedi.programme.RecurrencePattern.Kind;
import ru.sosedi.programme.SeriesDetails;
import ru.sosedi.shared.RefusedException;

/**
 * When and where, as typed: one date, or a rule for many.
 *
 * @param repeats {@code once} or the name of a {@link Kind}
 * @param ordinal which weekday of the month; empty: the one that the first day is
 * @param excludedDays on which days not, one a line
 * @param leaveOut days of the preview that were ticked as not wanted
 */
record ScheduleFields(String day, String starts, String ends, String roomId, String place, String capacity,
		String repeats, String interval, List<String> weekdays, String ordinal, String weekday, String monthDay,
		String until, String count, String excludedDays, List<String> leaveOut) {

	static final String ONCE = "once";

	private static final LocalTime USUAL_START = LocalTime.of(15, 0);

	private static final int USUAL_MINUTES = 90;

	private static final int DAYS_OF_WEEK = 7;

	private static final int GREATEST_INTERVAL = 12;

	/** A week from now, an hour and a half in the afternoon. */
	static ScheduleFields empty(LocalDate today) {
		return new ScheduleFields(today.plusDays(DAYS_OF_WEEK).toString(), USUAL_START.toString(),
				USUAL_START.plusMinutes(USUAL_MINUTES).toString(), "", "", "", ONCE, "1", List.of(), "", "", "", "", "",
				"", List.of());
	}

	/** The same on another day; {@code null} leaves it. */
	ScheduleFields on(LocalDate other) {
		return (other == null) ? this
				: new ScheduleFields(other.toString(), this.starts, this.ends, this.roomId, this.place, this.capacity,
						this.repeats, this.interval, this.weekdays, this.ordinal, this.weekday, this.monthDay,
						this.until, this.count, this.excludedDays, this.leaveOut);
	}

	static ScheduleFields of(OccurrenceDetails details) {
		return new ScheduleFields(details.day().toString(), details.starts().toString(), details.ends().toString(),
				text(details.roomId()), text(details.place()), text(details.capacity()), ONCE, "1", List.of(), "", "",
				"", "", "", "", List.of());
	}

	static ScheduleFields of(SeriesDetails series) {
		ScheduleFields first = of(series.first());
		RecurrencePattern pattern = RecurrencePattern.of(series.recurrence());
		TreeSet<LocalDate> excluded = new TreeSet<>(series.excludedDays());
		return new ScheduleFields(first.day, first.starts, first.ends, first.roomId, first.place, first.capacity,
				pattern.kind().name(), text(pattern.interval()),
				pattern.weekdays().stream().map(DayOfWeek::name).toList(), text(pattern.ordinal()),
				(pattern.weekday() == null) ? "" : pattern.weekday().name(), text(pattern.monthDay()),
				text(pattern.until()), text(pattern.count()),
				String.join("\n", excluded.stream().map(LocalDate::toString).toList()), List.of());
	}

	private static String text(Object value) {
		return (value == null) ? "" : value.toString();
	}

	/** No day yet: a draft may wait for its dates. */
	boolean isEmpty() {
		return Typed.isBlank(this.day);
	}

	public boolean isSeries() {
		return Typed.choice(Kind.class, this.repeats) != null;
	}

	OccurrenceDetails toOccurrence() {
		return new OccurrenceDetails(Typed.day(this.day), Typed.time(this.starts), Typed.time(this.ends),
				Typed.id(this.roomId), this.place, Typed.number(this.capacity, "capacity"));
	}

	/** The dates, one or many. */
	List<OccurrenceDetails> dates() {
		return isSeries() ? toSeries().dates() : List.of(toOccurrence());
	}

	SeriesDetails toSeries() {
		OccurrenceDetails first = toOccurrence();
		Integer interval = Typed.number(this.interval, "interval");
		if (interval == null || interval < 1 || interval > GREATEST_INTERVAL) {
			throw new RefusedException("interval", "programme.desk.schedule.interval.absurd", GREATEST_INTERVAL);
		}
		Kind kind = Typed.choice(Kind.class, this.repeats);
		RecurrencePattern pattern = switch (kind) {
			case WEEKLY -> new RecurrencePattern(kind, interval, weekdaysFrom(first.day()), null, null, null, lastDay(),
					number("count"));
			case MONTHLY_WEEKDAY -> new RecurrencePattern(kind, interval, null, ordinalFrom(first.day()),
					weekdayFrom(first.day()), null, lastDay(), number("count"));
			case MONTHLY_DAY -> new RecurrencePattern(kind, interval, null, null, null, monthDayFrom(first.day()),
					lastDay(), number("count"));
		};
		return new SeriesDetails(first, pattern.toRecurrence(), excluded());
	}

	private Set<DayOfWeek> weekdaysFrom(LocalDate first) {
		Set<DayOfWeek> chosen = Typed.choices(DayOfWeek.class, this.weekdays);
		return chosen.isEmpty() ? Set.of(first.getDayOfWeek()) : chosen;
	}

	private Integer ordinalFrom(LocalDate first) {
		Integer chosen = Typed.number(this.ordinal, "ordinal");
		int own = (first.getDayOfMonth() - 1) / DAYS_OF_WEEK + 1;
		if (chosen == null) {
			return (own > 4) ? -1 : own;
		}
		if (chosen != -1 && (chosen < 1 || chosen > 4)) {
			throw new RefusedException("ordinal", "programme.desk.schedule.ordinal.absurd");
		}
		return chosen;
	}

	private DayOfWeek weekdayFrom(LocalDate first) {
		DayOfWeek chosen = Typed.choice(DayOfWeek.class, this.weekday);
		return (chosen == null) ? first.getDayOfWeek() : chosen;
	}

	private Integer monthDayFrom(LocalDate first) {
		Integer chosen = number("monthDay");
		if (chosen != null && (chosen < 1 || chosen > 31)) {
			throw new RefusedException("monthDay", "programme.desk.schedule.month-day.absurd");
		}
		return (chosen == null) ? Integer.valueOf(first.getDayOfMonth()) : chosen;
	}

	private Integer number(String field) {
		Integer number = Typed.number("count".equals(field) ? this.count : this.monthDay, field);
		if (number != null && number < 1) {
			throw new RefusedException(field, "programme.desk.schedule.number");
		}
		return number;
	}

	private LocalDate lastDay() {
		if (Typed.isBlank(this.until)) {
			return null;
		}
		LocalDate day = Typed.day(this.until);
		if (day == null || day.getYear() > 9999 || day.getYear() < 1) {
			throw new RefusedException("until", "programme.series.end.missing");
		}
		return day;
	}

	private Set<LocalDate> excluded() {
		List<LocalDate> days = new ArrayList<>();
		for (String written : (this.excludedDays == null ? "" : this.excludedDays).split("[\\s,;]+")) {
			if (!written.isBlank()) {
				LocalDate day = Typed.writtenDay(written);
				if (day == null) {
					throw new RefusedException("excludedDays", "programme.desk.schedule.excluded.unreadable", written);
				}
				days.add(day);
			}
		}
		if (this.leaveOut != null) {
			this.leaveOut.stream().map(Typed::day).filter(Objects::nonNull).forEach(days::add);
		}
		return Set.copyOf(new TreeSet<>(days));
	}

	/** With the days that were ticked in the preview among the excluded ones. */
	ScheduleFields merged() {
		if (!isSeries() || this.leaveOut == null || this.leaveOut.isEmpty()) {
			return this;
		}
		String days = String.join("\n", new TreeSet<>(excluded()).stream().map(LocalDate::toString).toList());
		return new ScheduleFields(this.day, this.starts, this.ends, this.roomId, this.place, this.capacity,
				this.repeats, this.interval, this.weekdays, this.ordinal, this.weekday, this.monthDay, this.until,
				this.count, days, List.of());
	}

}
