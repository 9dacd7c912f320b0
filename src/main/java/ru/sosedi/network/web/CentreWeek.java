package ru.sosedi.network.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import ru.sosedi.network.DayHours;
import ru.sosedi.network.OpeningHours;
import ru.sosedi.network.SeasonHours;

/**
 * The hours of a centre as its page shows them.
 *
 * @param season the timetable in force; {@code null} when there is none
 * @param others the timetables of other parts of the year
 * @param maintenance the next maintenance day that is not over; may be {@code null}
 * @param closings closures that are not over, the nearest first
 */
record CentreWeek(Season season, List<Season> others, LocalDate maintenance, List<OpeningHours.Closing> closings) {

	private static final int MOST_CLOSINGS = 5;

	/**
	 * One timetable.
	 *
	 * @param name {@code ALL_YEAR}, {@code SUMMER} or {@code WINTER}
	 * @param startsOn a day of this year, for its name
	 * @param endsOn a day of this year, for its name
	 */
	record Season(String name, LocalDate startsOn, LocalDate endsOn, List<Days> days) {

	}

	/**
	 * Weekdays in a row with the same hours.
	 *
	 * @param first some date of that weekday, for its name
	 * @param last the same as {@code first} when it is one day
	 * @param hours {@code null} on a day off
	 * @param today whether today is one of them
	 */
	record Days(LocalDate first, LocalDate last, DayHours.Working hours, boolean today) {

	}

	static CentreWeek of(OpeningHours hours, LocalDate today) {
		SeasonHours now = hours.seasonOf(today).orElse(null);
		List<Season> others = hours.seasons()
			.stream()
			.filter((season) -> season != now)
			.map((season) -> season(season, today, false))
			.toList();
		List<OpeningHours.Closing> closings = hours.closings()
			.stream()
			.filter((closing) -> !closing.lastDay().isBefore(today))
			.sorted(Comparator.comparing(OpeningHours.Closing::firstDay))
			.limit(MOST_CLOSINGS)
			.toList();
		return new CentreWeek((now == null) ? null : season(now, today, true), others, maintenance(hours, today),
				closings);
	}

	private static LocalDate maintenance(OpeningHours hours, LocalDate today) {
		YearMonth month = YearMonth.from(today);
		return List.of(month, month.plusMonths(1))
			.stream()
			.flatMap((each) -> hours.maintenanceDays(each).stream())
			.filter((day) -> !day.isBefore(today))
			.findFirst()
			.orElse(null);
	}

	private static Season season(SeasonHours season, LocalDate today, boolean current) {
		LocalDate monday = today.with(DayOfWeek.MONDAY);
		List<Days> days = new ArrayList<>();
		for (int first = 0, next; first < DayOfWeek.values().length; first = next) {
			DayHours.Working hours = season.week().get(DayOfWeek.of(first + 1));
			next = first + 1;
			while (next < DayOfWeek.values().length
					&& Objects.equals(hours, season.week().get(DayOfWeek.of(next + 1)))) {
				next++;
			}
			LocalDate from = monday.plusDays(first);
			LocalDate to = monday.plusDays(next - 1);
			days.add(new Days(from, to, hours, current && !today.isBefore(from) && !today.isAfter(to)));
		}
		return new Season(season.season().name(), day(season.startsOn(), today), day(season.endsOn(), today), days);
	}

	private static LocalDate day(MonthDay day, LocalDate today) {
		return day.atYear(today.getYear());
	}

}
