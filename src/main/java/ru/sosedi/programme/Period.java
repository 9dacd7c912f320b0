package ru.sosedi.programme;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** A stretch of days that residents name by a word. It never reaches into the past. */
public enum Period {

	TODAY, TOMORROW,
	/** From today to this Sunday. */
	WEEK,
	/** The coming Saturday and Sunday; on a Sunday that day alone. */
	WEEKEND,
	/** From today to the end of the calendar month. */
	MONTH;

	/** The days meant when it is {@code today}. */
	public DaySpan days(LocalDate today) {
		LocalDate sunday = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
		return switch (this) {
			case TODAY -> new DaySpan(today, today);
			case TOMORROW -> new DaySpan(today.plusDays(1), today.plusDays(1));
			case WEEK -> new DaySpan(today, sunday);
			case WEEKEND -> new DaySpan(today.equals(sunday) ? sunday : sunday.minusDays(1), sunday);
			case MONTH -> new DaySpan(today, today.with(TemporalAdjusters.lastDayOfMonth()));
		};
	}

	/** As it stands in an address: {@code weekend}. */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** The message that names it: {@code programme.list.period.<constant>}. */
	public String messageKey() {
		return "programme.list.period." + name();
	}

}
