package ru.sosedi.network;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When a library is open. A one-off closure goes before the maintenance day, that before
 * the timetables of a season, those before the timetable of the whole year. A day that
 * none of them covers is unknown, never closed.
 */
public final class OpeningHours {

	private static final int DAYS_AHEAD = 366;

	private final ZoneId zone;

	private final List<SeasonHours> seasons;

	private final MaintenanceRule maintenance;

	private final List<Closing> closings;

	/**
	 * A one-off closure, both days included.
	 */
	public record Closing(LocalDate firstDay, LocalDate lastDay, String reason) {

		boolean covers(LocalDate date) {
			return !date.isBefore(this.firstDay) && !date.isAfter(this.lastDay);
		}

	}

	/**
	 * @param zone the library's own time zone
	 * @param maintenance may be {@code null}
	 */
	public OpeningHours(ZoneId zone, List<SeasonHours> seasons, MaintenanceRule maintenance, List<Closing> closings) {
		this.zone = zone;
		this.seasons = seasons.stream()
			.sorted(Comparator.comparing((SeasonHours hours) -> hours.season() == Season.ALL_YEAR))
			.toList();
		this.maintenance = maintenance;
		this.closings = List.copyOf(closings);
	}

	public ZoneId zone() {
		return this.zone;
	}

	/** The timetables, the seasons' before the whole year's. */
	public List<SeasonHours> seasons() {
		return this.seasons;
	}

	/** May be {@code null}. */
	public MaintenanceRule maintenance() {
		return this.maintenance;
	}

	public List<Closing> closings() {
		return this.closings;
	}

	/** Whether there is no timetable at all. */
	public boolean isUnknown() {
		return this.seasons.isEmpty();
	}

	public DayHours on(LocalDate date) {
		Optional<Closing> closing = this.closings.stream().filter((closure) -> closure.covers(date)).findFirst();
		if (closing.isPresent()) {
			return new DayHours.Closed(closing.get().reason());
		}
		if (this.maintenance != null && this.maintenance.falls(date)) {
			return new DayHours.Maintenance();
		}
		Optional<SeasonHours> season = seasonOf(date);
		if (season.isEmpty()) {
			return new DayHours.Unknown();
		}
		DayHours working = season.get().week().get(date.getDayOfWeek());
		return (working == null) ? new DayHours.DayOff() : working;
	}

	/** The timetable in force on that day. */
	public Optional<SeasonHours> seasonOf(LocalDate date) {
		MonthDay day = MonthDay.from(date);
		Optional<SeasonHours> season = coveringSeason(day);
		if (season.isEmpty() && day.equals(MonthDay.of(Month.FEBRUARY, 29))) {
			// A timetable until 28 February means until the end of the month.
			return coveringSeason(MonthDay.of(Month.FEBRUARY, 28));
		}
		return season;
	}

	private Optional<SeasonHours> coveringSeason(MonthDay day) {
		return this.seasons.stream().filter((hours) -> hours.covers(day)).findFirst();
	}

	public OpenState at(Instant moment) {
		ZonedDateTime now = moment.atZone(this.zone);
		DayHours today = on(now.toLocalDate());
		return switch (today) {
			case DayHours.Unknown _ -> new OpenState.Unknown();
			case DayHours.Working working -> within(working, now);
			case DayHours.DayOff _, DayHours.Maintenance _, DayHours.Closed _ ->
				new OpenState.Shut(openingAfter(now.toLocalDate()), today);
		};
	}

	private OpenState within(DayHours.Working working, ZonedDateTime now) {
		LocalTime time = now.toLocalTime();
		if (time.isBefore(working.opens())) {
			return new OpenState.Shut(now.toLocalDate().atTime(working.opens()).atZone(this.zone), working);
		}
		if (!time.isBefore(working.closes())) {
			return new OpenState.Shut(openingAfter(now.toLocalDate()), working);
		}
		TimeRange lunch = working.lunch();
		if (lunch != null && lunch.contains(time)) {
			return new OpenState.Lunch(lunch.to());
		}
		return new OpenState.Open(working.closes(), (lunch != null && time.isBefore(lunch.from())) ? lunch : null);
	}

	private ZonedDateTime openingAfter(LocalDate date) {
		for (int ahead = 1; ahead <= DAYS_AHEAD; ahead++) {
			LocalDate day = date.plusDays(ahead);
			switch (on(day)) {
				case DayHours.Working working -> {
					return day.atTime(working.opens()).atZone(this.zone);
				}
				case DayHours.Unknown _ -> {
					return null;
				}
				case DayHours.DayOff _, DayHours.Maintenance _, DayHours.Closed _ -> {
				}
			}
		}
		return null;
	}

	/** Open, lunch break excluded. */
	public boolean isOpenAt(Instant moment) {
		return at(moment) instanceof OpenState.Open;
	}

	/**
	 * The days of the month that the maintenance rule names, closed for other reasons or
	 * not.
	 */
	public List<LocalDate> maintenanceDays(YearMonth month) {
		return (this.maintenance == null) ? List.of() : List.of(this.maintenance.in(month));
	}

}
