package ru.sosedi.network.web;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.springframework.validation.BindingResult;
import ru.sosedi.network.DayHours;
import ru.sosedi.network.Library;
import ru.sosedi.network.MaintenanceRule;
import ru.sosedi.network.Season;
import ru.sosedi.network.SeasonHours;

/**
 * The opening hours of a library as they were typed. Winter is what summer leaves of the
 * year, so the two can neither overlap nor leave a gap.
 *
 * @param plan whether hours are known, and whether summer has its own
 * @param week seven days from Monday: of the whole year, or of winter
 * @param summer seven days from Monday
 */
record HoursForm(String plan, List<DayForm> week, List<DayForm> summer, String summerFromDay, String summerFromMonth,
		String summerToDay, String summerToMonth, String maintenanceOrdinal, String maintenanceWeekday, Long version) {

	private static final int DAYS = 7;

	/** Fits any year: its February has 29 days. */
	private static final int LEAP_YEAR = 2024;

	enum Plan {

		UNKNOWN, ALL_YEAR, SEASONS

	}

	HoursForm {
		week = sevenDays(week);
		summer = sevenDays(summer);
	}

	static HoursForm of(Library library) {
		Map<Season, SeasonHours> seasons = new EnumMap<>(Season.class);
		library.seasons().forEach((season) -> seasons.put(season.season(), season));
		SeasonHours summer = seasons.get(Season.SUMMER);
		SeasonHours main = seasons.getOrDefault(Season.WINTER, seasons.get(Season.ALL_YEAR));
		Plan plan = seasons.isEmpty() ? Plan.UNKNOWN : (summer == null) ? Plan.ALL_YEAR : Plan.SEASONS;
		MonthDay from = (summer == null) ? MonthDay.of(6, 1) : summer.startsOn();
		MonthDay to = (summer == null) ? MonthDay.of(8, 31) : summer.endsOn();
		MaintenanceRule rule = library.maintenance();
		return new HoursForm(plan.name(), days(main), days(summer), String.valueOf(from.getDayOfMonth()),
				String.valueOf(from.getMonthValue()), String.valueOf(to.getDayOfMonth()),
				String.valueOf(to.getMonthValue()), (rule == null) ? "" : String.valueOf(rule.ordinal()),
				(rule == null) ? "" : String.valueOf(rule.weekday().getValue()), library.version());
	}

	/** {@code null} when there are errors. */
	List<SeasonHours> toSeasons(BindingResult errors) {
		Plan chosen = Typed.known(this.plan, Plan.class);
		List<SeasonHours> seasons = new ArrayList<>();
		switch (chosen) {
			case null -> errors.rejectValue("plan", "network.hours.plan.missing");
			case UNKNOWN -> {
			}
			case ALL_YEAR -> seasons.add(SeasonHours.allYear(hours("week", this.week, errors)));
			case SEASONS -> {
				MonthDay from = border("summerFromDay", this.summerFromDay, this.summerFromMonth, errors);
				MonthDay to = border("summerToDay", this.summerToDay, this.summerToMonth, errors);
				Map<DayOfWeek, DayHours.Working> winterDays = hours("week", this.week, errors);
				Map<DayOfWeek, DayHours.Working> summerDays = hours("summer", this.summer, errors);
				if (!errors.hasErrors()) {
					seasons.add(new SeasonHours(Season.SUMMER, from, to, summerDays));
					seasons.add(new SeasonHours(Season.WINTER, next(to, 1), next(from, -1), winterDays));
					refuseWholeYear(seasons, errors);
				}
			}
		}
		return errors.hasErrors() ? null : seasons;
	}

	/** {@code null} without a rule, or when there are errors. */
	MaintenanceRule toMaintenance(BindingResult errors) {
		if (Typed.isEmpty(this.maintenanceOrdinal)) {
			return null;
		}
		String ordinal = this.maintenanceOrdinal.strip();
		String weekday = Typed.isEmpty(this.maintenanceWeekday) ? "" : this.maintenanceWeekday.strip();
		if (!ordinal.matches("-1|[1-4]")) {
			errors.rejectValue("maintenanceOrdinal", "network.hours.maintenance.ordinal");
		}
		if (!weekday.matches("[1-7]")) {
			errors.rejectValue("maintenanceWeekday", "network.hours.maintenance.weekday.missing");
		}
		return errors.hasErrors() ? null
				: new MaintenanceRule(DayOfWeek.of(Integer.parseInt(weekday)), Integer.parseInt(ordinal));
	}

	private static void refuseWholeYear(List<SeasonHours> seasons, BindingResult errors) {
		SeasonHours winter = seasons.getLast();
		if (seasons.getFirst().covers(winter.startsOn())) {
			errors.rejectValue("summerToDay", "network.hours.summer.whole-year");
		}
	}

	private static Map<DayOfWeek, DayHours.Working> hours(String list, List<DayForm> days, BindingResult errors) {
		Map<DayOfWeek, DayHours.Working> week = new EnumMap<>(DayOfWeek.class);
		for (int i = 0; i < DAYS; i++) {
			DayHours.Working day = days.get(i).toHours(list + "[" + i + "]", errors);
			if (day != null) {
				week.put(DayOfWeek.of(i + 1), day);
			}
		}
		if (week.isEmpty() && !errors.hasErrors()) {
			errors.rejectValue(list + "[0].opens", "network.hours.week.empty");
		}
		return week;
	}

	private static MonthDay border(String field, String day, String month, BindingResult errors) {
		try {
			if (!Typed.isEmpty(day) && !Typed.isEmpty(month)) {
				return MonthDay.of(Integer.parseInt(month.strip()), Integer.parseInt(day.strip()));
			}
		}
		catch (NumberFormatException | DateTimeException ex) {
			// refused below
		}
		errors.rejectValue(field, "network.hours.border.malformed");
		return null;
	}

	private static MonthDay next(MonthDay day, int days) {
		LocalDate date = day.atYear(LEAP_YEAR).plusDays(days);
		return MonthDay.from(date);
	}

	private static List<DayForm> days(SeasonHours season) {
		return IntStream.rangeClosed(1, DAYS)
			.mapToObj((weekday) -> (season == null) ? DayForm.dayOff()
					: DayForm.of(season.week().get(DayOfWeek.of(weekday))))
			.toList();
	}

	private static List<DayForm> sevenDays(List<DayForm> typed) {
		return IntStream.range(0, DAYS)
			.mapToObj((i) -> (typed != null && i < typed.size() && typed.get(i) != null) ? typed.get(i)
					: DayForm.dayOff())
			.toList();
	}

}
