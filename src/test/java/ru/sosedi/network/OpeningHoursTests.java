package ru.sosedi.network;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class OpeningHoursTests {

	private static final ZoneId TYUMEN = ZoneId.of("Asia/Yekaterinburg");

	private static final LocalTime TEN = LocalTime.of(10, 0);

	private static final TimeRange LUNCH = new TimeRange(LocalTime.of(13, 0), LocalTime.of(14, 0));

	private static final MaintenanceRule LAST_THURSDAY = new MaintenanceRule(DayOfWeek.THURSDAY, -1);

	// As in Tyumen: summer until 18, winter until 19, Mondays off, last Thursday.
	private final OpeningHours hours = hours(TYUMEN, LAST_THURSDAY);

	private static OpeningHours hours(ZoneId zone, MaintenanceRule rule, OpeningHours.Closing... closings) {
		return new OpeningHours(zone,
				List.of(new SeasonHours(Season.SUMMER, MonthDay.of(6, 1), MonthDay.of(8, 31), week(18)),
						new SeasonHours(Season.WINTER, MonthDay.of(9, 1), MonthDay.of(5, 31), week(19))),
				rule, List.of(closings));
	}

	private static Map<DayOfWeek, DayHours.Working> week(int closes) {
		Map<DayOfWeek, DayHours.Working> week = new EnumMap<>(DayOfWeek.class);
		for (DayOfWeek day : DayOfWeek.values()) {
			if (day != DayOfWeek.MONDAY) {
				week.put(day, new DayHours.Working(TEN, LocalTime.of(closes, 0), LUNCH));
			}
		}
		return week;
	}

	private static Instant at(ZoneId zone, String local) {
		return LocalDateTime.parse(local).atZone(zone).toInstant();
	}

	@ParameterizedTest
	@CsvSource({ "2026-05-31, 19", "2026-06-02, 18", "2026-08-30, 18", "2026-09-01, 19", "2026-12-31, 19",
			"2027-01-01, 19", "2028-02-29, 19" })
	void seasonChangesWithTheDay(LocalDate day, int closes) {
		if (LAST_THURSDAY.falls(day)) {
			assertThat(this.hours.on(day)).isInstanceOf(DayHours.Maintenance.class);
			return;
		}
		assertThat(this.hours.on(day)).isEqualTo(new DayHours.Working(TEN, LocalTime.of(closes, 0), LUNCH));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Asia/Yekaterinburg", "Asia/Irkutsk", "Asia/Yakutsk", "Europe/Moscow" })
	void stateIsToldInTheLibrarysOwnZone(String zone) {
		ZoneId own = ZoneId.of(zone);
		OpeningHours there = hours(own, LAST_THURSDAY);
		assertThat(there.at(at(own, "2026-11-20T09:59:59"))).isEqualTo(new OpenState.Shut(
				LocalDateTime.parse("2026-11-20T10:00").atZone(own), there.on(LocalDate.of(2026, 11, 20))));
		assertThat(there.at(at(own, "2026-11-20T10:00:00"))).isEqualTo(new OpenState.Open(LocalTime.of(19, 0), LUNCH));
		assertThat(there.at(at(own, "2026-11-20T12:59:59"))).isEqualTo(new OpenState.Open(LocalTime.of(19, 0), LUNCH));
		assertThat(there.at(at(own, "2026-11-20T13:00:00"))).isEqualTo(new OpenState.Lunch(LocalTime.of(14, 0)));
		assertThat(there.at(at(own, "2026-11-20T14:00:00"))).isEqualTo(new OpenState.Open(LocalTime.of(19, 0), null));
		assertThat(there.at(at(own, "2026-11-20T18:59:59"))).isEqualTo(new OpenState.Open(LocalTime.of(19, 0), null));
		assertThat(there.at(at(own, "2026-11-20T19:00:00"))).isInstanceOf(OpenState.Shut.class);
	}

	@Test
	void oneMomentIsAnotherHourElsewhere() {
		Instant moment = Instant.parse("2026-11-20T05:30:00Z");
		assertThat(hours(TYUMEN, null).isOpenAt(moment)).isTrue();
		assertThat(hours(ZoneId.of("Asia/Irkutsk"), null).at(moment)).isInstanceOf(OpenState.Lunch.class);
		assertThat(hours(ZoneId.of("Asia/Yakutsk"), null).isOpenAt(moment)).isTrue();
		assertThat(hours(ZoneId.of("Europe/Moscow"), null).at(moment)).isInstanceOf(OpenState.Shut.class);
	}

	@Test
	void lunchIsNotOpen() {
		assertThat(this.hours.isOpenAt(at(TYUMEN, "2026-11-20T13:30"))).isFalse();
	}

	@Test
	void eveningBeforeADayOffOpensTheDayAfterIt() {
		OpenState state = this.hours.at(at(TYUMEN, "2026-11-22T19:30"));
		assertThat(state).isInstanceOfSatisfying(OpenState.Shut.class, (shut) -> {
			assertThat(shut.next()).isEqualTo(LocalDateTime.parse("2026-11-24T10:00").atZone(TYUMEN));
			assertThat(shut.today()).isInstanceOf(DayHours.Working.class);
		});
		assertThat(this.hours.at(at(TYUMEN, "2026-11-23T12:00"))).isInstanceOfSatisfying(OpenState.Shut.class,
				(shut) -> assertThat(shut.today()).isEqualTo(new DayHours.DayOff()));
	}

	@Test
	void eveningBeforeTheMaintenanceDayOpensTheDayAfterIt() {
		assertThat(this.hours.at(at(TYUMEN, "2026-11-25T20:00"))).isInstanceOfSatisfying(OpenState.Shut.class,
				(shut) -> assertThat(shut.next()).isEqualTo(LocalDateTime.parse("2026-11-27T10:00").atZone(TYUMEN)));
	}

	@ParameterizedTest
	@CsvSource({ "THURSDAY, -1, 2026-11, 2026-11-26", "FRIDAY, -1, 2026-07, 2026-07-31",
			"SUNDAY, -1, 2026-02, 2026-02-22", "TUESDAY, -1, 2028-02, 2028-02-29", "MONDAY, 1, 2026-06, 2026-06-01",
			"FRIDAY, 4, 2026-10, 2026-10-23", "THURSDAY, -1, 2026-12, 2026-12-31" })
	void maintenanceDayFollowsItsRule(DayOfWeek weekday, int ordinal, YearMonth month, LocalDate day) {
		OpeningHours ruled = hours(TYUMEN, new MaintenanceRule(weekday, ordinal));
		assertThat(ruled.maintenanceDays(month)).containsExactly(day);
		assertThat(ruled.on(day)).isEqualTo(new DayHours.Maintenance());
		long days = month.atDay(1)
			.datesUntil(month.plusMonths(1).atDay(1))
			.filter((date) -> ruled.on(date) instanceof DayHours.Maintenance)
			.count();
		assertThat(days).isEqualTo(1);
	}

	@Test
	void closureGoesBeforeTheMaintenanceDay() {
		OpeningHours closed = hours(TYUMEN, LAST_THURSDAY,
				new OpeningHours.Closing(LocalDate.of(2026, 11, 24), LocalDate.of(2026, 11, 27), "Ремонт отопления"));
		assertThat(closed.on(LocalDate.of(2026, 11, 23))).isEqualTo(new DayHours.DayOff());
		assertThat(closed.on(LocalDate.of(2026, 11, 24))).isEqualTo(new DayHours.Closed("Ремонт отопления"));
		assertThat(closed.on(LocalDate.of(2026, 11, 26))).isEqualTo(new DayHours.Closed("Ремонт отопления"));
		assertThat(closed.on(LocalDate.of(2026, 11, 27))).isInstanceOf(DayHours.Closed.class);
		assertThat(closed.on(LocalDate.of(2026, 11, 28))).isInstanceOf(DayHours.Working.class);
		assertThat(closed.maintenanceDays(YearMonth.of(2026, 11))).containsExactly(LocalDate.of(2026, 11, 26));
	}

	@Test
	void closedForLongerThanAYearHasNoNextOpening() {
		OpeningHours closed = hours(TYUMEN, null,
				new OpeningHours.Closing(LocalDate.of(2026, 1, 1), LocalDate.of(2028, 12, 31), "Капитальный ремонт"));
		assertThat(closed.at(at(TYUMEN, "2026-11-20T12:00")))
			.isEqualTo(new OpenState.Shut(null, new DayHours.Closed("Капитальный ремонт")));
	}

	@Test
	void withoutATimetableNothingIsKnown() {
		OpeningHours unknown = new OpeningHours(TYUMEN, List.of(), null, List.of());
		assertThat(unknown.isUnknown()).isTrue();
		assertThat(unknown.on(LocalDate.of(2026, 11, 20))).isEqualTo(new DayHours.Unknown());
		assertThat(unknown.at(at(TYUMEN, "2026-11-20T12:00"))).isEqualTo(new OpenState.Unknown());
		assertThat(unknown.isOpenAt(at(TYUMEN, "2026-11-20T12:00"))).isFalse();
		assertThat(unknown.maintenanceDays(YearMonth.of(2026, 11))).isEmpty();
	}

	@Test
	void seasonThatNobodyDescribedIsUnknownAndNoNextOpeningIsClaimedBeyondIt() {
		OpeningHours summerOnly = new OpeningHours(TYUMEN,
				List.of(new SeasonHours(Season.SUMMER, MonthDay.of(6, 1), MonthDay.of(8, 31), week(18))), null,
				List.of());
		assertThat(summerOnly.on(LocalDate.of(2026, 9, 1))).isEqualTo(new DayHours.Unknown());
		assertThat(summerOnly.at(at(TYUMEN, "2026-08-31T12:00")))
			.isEqualTo(new OpenState.Shut(null, new DayHours.DayOff()));
	}

	@Test
	void seasonGoesBeforeTheWholeYear() {
		OpeningHours both = new OpeningHours(TYUMEN,
				List.of(SeasonHours.allYear(week(20)),
						new SeasonHours(Season.SUMMER, MonthDay.of(6, 1), MonthDay.of(8, 31), week(18))),
				null, List.of());
		assertThat(both.on(LocalDate.of(2026, 7, 1))).isEqualTo(new DayHours.Working(TEN, LocalTime.of(18, 0), LUNCH));
		assertThat(both.on(LocalDate.of(2026, 10, 1))).isEqualTo(new DayHours.Working(TEN, LocalTime.of(20, 0), LUNCH));
	}

	@Test
	void timetableUntil28FebruaryMeansTheEndOfTheMonth() {
		OpeningHours borders = new OpeningHours(TYUMEN,
				List.of(new SeasonHours(Season.WINTER, MonthDay.of(9, 1), MonthDay.of(2, 28), week(19)),
						new SeasonHours(Season.SUMMER, MonthDay.of(3, 1), MonthDay.of(8, 31), week(18))),
				null, List.of());
		assertThat(borders.on(LocalDate.of(2028, 2, 29)))
			.isEqualTo(new DayHours.Working(TEN, LocalTime.of(19, 0), LUNCH));
		assertThat(borders.on(LocalDate.of(2028, 3, 1)))
			.isEqualTo(new DayHours.Working(TEN, LocalTime.of(18, 0), LUNCH));
	}

	@Test
	void dayMayLastUntilAMinuteBeforeMidnight() {
		DayHours.Working night = new DayHours.Working(TEN, LocalTime.of(23, 59), null);
		Map<DayOfWeek, DayHours.Working> week = new EnumMap<>(DayOfWeek.class);
		for (DayOfWeek day : DayOfWeek.values()) {
			week.put(day, night);
		}
		OpeningHours late = new OpeningHours(TYUMEN, List.of(SeasonHours.allYear(week)), null, List.of());
		assertThat(late.isOpenAt(at(TYUMEN, "2026-12-31T23:58:59"))).isTrue();
		assertThat(late.at(at(TYUMEN, "2026-12-31T23:59:00")))
			.isEqualTo(new OpenState.Shut(LocalDateTime.parse("2027-01-01T10:00").atZone(TYUMEN), night));
	}

}
