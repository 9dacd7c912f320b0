package ru.sosedi.network;

import java.time.DayOfWeek;
import java.time.MonthDay;
import java.util.EnumMap;
import java.util.Map;

/**
 * One timetable: from one day of the year to another, every year.
 *
 * @param startsOn its first day
 * @param endsOn its last day; before {@code startsOn} when it passes over New Year
 * @param week the working days; a weekday that is missing is a day off
 */
public record SeasonHours(Season season, MonthDay startsOn, MonthDay endsOn, Map<DayOfWeek, DayHours.Working> week) {

	public SeasonHours {
		Map<DayOfWeek, DayHours.Working> ordered = new EnumMap<>(DayOfWeek.class);
		ordered.putAll(week);
		week = java.util.Collections.unmodifiableMap(ordered);
	}

	public static SeasonHours allYear(Map<DayOfWeek, DayHours.Working> week) {
		return new SeasonHours(Season.ALL_YEAR, MonthDay.of(1, 1), MonthDay.of(12, 31), week);
	}

	public boolean covers(MonthDay day) {
		boolean fromStart = !day.isBefore(this.startsOn);
		boolean toEnd = !day.isAfter(this.endsOn);
		return this.startsOn.isAfter(this.endsOn) ? fromStart || toEnd : fromStart && toEnd;
	}

	boolean overlaps(SeasonHours other) {
		return covers(other.startsOn) || other.covers(this.startsOn);
	}

}
