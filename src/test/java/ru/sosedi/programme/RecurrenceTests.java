package ru.sosedi.programme;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.sosedi.programme.RecurrencePattern.Kind;
import ru.sosedi.shared.RefusedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class RecurrenceTests {

	private static final LocalDate FIRST = LocalDate.of(2026, Month.DECEMBER, 1);

	@Test
	void tuesdaysAndThursdaysUntilMayWithoutTheHolidays() {
		Set<LocalDate> holidays = Set.of(LocalDate.of(2027, 1, 5), LocalDate.of(2027, 1, 7));
		List<LocalDate> days = weekly(1, LocalDate.of(2027, 5, 31), DayOfWeek.TUESDAY, DayOfWeek.THURSDAY).days(FIRST,
				holidays);
		assertThat(days).startsWith(LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 3), LocalDate.of(2026, 12, 8))
			.endsWith(LocalDate.of(2027, 5, 27))
			.doesNotContainAnyElementsOf(holidays)
			.hasSize(50)
			.allMatch((day) -> day.getDayOfWeek() == DayOfWeek.TUESDAY || day.getDayOfWeek() == DayOfWeek.THURSDAY);
	}

	@Test
	void everySecondSaturday() {
		assertThat(weekly(2, LocalDate.of(2027, 1, 31), DayOfWeek.SATURDAY).days(LocalDate.of(2026, 12, 5), Set.of()))
			.containsExactly(LocalDate.of(2026, 12, 5), LocalDate.of(2026, 12, 19), LocalDate.of(2027, 1, 2),
					LocalDate.of(2027, 1, 16), LocalDate.of(2027, 1, 30));
	}

	@Test
	void theLastFridayOfTheMonth() {
		Recurrence rule = new RecurrencePattern(Kind.MONTHLY_WEEKDAY, 1, null, -1, DayOfWeek.FRIDAY, null, null, 4)
			.toRecurrence();
		assertThat(rule.days(FIRST, Set.of())).containsExactly(LocalDate.of(2026, 12, 25), LocalDate.of(2027, 1, 29),
				LocalDate.of(2027, 2, 26), LocalDate.of(2027, 3, 26));
	}

	@Test
	void theThirtyFirstSkipsShorterMonths() {
		Recurrence rule = new RecurrencePattern(Kind.MONTHLY_DAY, 1, null, null, null, 31, null, 3).toRecurrence();
		assertThat(rule.days(FIRST, Set.of())).containsExactly(LocalDate.of(2026, 12, 31), LocalDate.of(2027, 1, 31),
				LocalDate.of(2027, 3, 31));
	}

	@Test
	void theFirstDayIsADateOnlyWhenTheRuleNamesIt() {
		assertThat(weekly(1, LocalDate.of(2026, 12, 12), DayOfWeek.SATURDAY).days(FIRST, Set.of()))
			.containsExactly(LocalDate.of(2026, 12, 5), LocalDate.of(2026, 12, 12));
	}

	@Test
	void countCountsTheExcludedDaysToo() {
		assertThat(new Recurrence("FREQ=WEEKLY;BYDAY=TU;COUNT=3").days(FIRST, Set.of(LocalDate.of(2026, 12, 8))))
			.containsExactly(FIRST, LocalDate.of(2026, 12, 15));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "FREQ=SECONDLY;COUNT=5 | frequency", "FREQ=YEARLY;COUNT=5 | frequency",
					"FREQ=HOURLY;UNTIL=20270101 | frequency", "FREQ=WEEKLY;BYDAY=TU | endless",
					"FREQ=WEEKLY;COUNT=1000000000 | many", "FREQ=WEEKLY;COUNT=401 | many",
					"FREQ=WEEKLY;COUNT=99999999999 | invalid", "FREQ=WEEKLY;INTERVAL=53;COUNT=2 | frequency",
					"FREQ=WEEKLY;BYDAY=XX;COUNT=2 | invalid", "FREQ=DAILY;BYHOUR=1,2,3;COUNT=2 | invalid",
					"every week | invalid", "'' | invalid", "FREQ=WEEKLY;UNTIL=20269999 | invalid",
					"FREQ=WEEKLY;COUNT=0 | invalid", "FREQ=WEEKLY;COUNT=2;UNTIL=20270101 | invalid" })
	void absurdRulesAreRefusedInWords(String rule, String why) {
		assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> new Recurrence(rule))
			.satisfies((refusal) -> assertThat(refusal.messageKey()).isEqualTo("programme.series.rule." + why));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "FREQ=WEEKLY;BYDAY=TU;UNTIL=20261101 | over", "FREQ=WEEKLY;COUNT=200 | far",
					"FREQ=DAILY;UNTIL=20991231 | many", "FREQ=WEEKLY;UNTIL=20290101 | far",
					"FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=31;COUNT=3 | empty",
					"FREQ=MONTHLY;BYMONTHDAY=31;UNTIL=20261215 | empty" })
	void seriesAreBounded(String rule, String why) {
		Recurrence recurrence = new Recurrence(rule);
		assertTimeoutPreemptively(Duration.ofSeconds(2), () -> assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> recurrence.days(FIRST, Set.of()))
			.satisfies((refusal) -> assertThat(refusal.messageKey()).isEqualTo("programme.series.rule." + why)));
	}

	@Test
	void theGreatestSeriesIsAllowed() {
		assertThat(new Recurrence("FREQ=DAILY;COUNT=400").days(FIRST, Set.of())).hasSize(400);
	}

	@Test
	void anUntilWithAnHourMeansItsDay() {
		assertThat(new Recurrence("FREQ=DAILY;UNTIL=20261203T000000Z").days(FIRST, Set.of())).hasSize(3);
	}

	@Test
	void aPatternIsReadBackFromItsRule() {
		for (RecurrencePattern pattern : List.of(
				new RecurrencePattern(Kind.WEEKLY, 2, Set.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY), null, null, null,
						FIRST.plusDays(90), null),
				new RecurrencePattern(Kind.MONTHLY_WEEKDAY, 1, null, -1, DayOfWeek.FRIDAY, null, null, 8),
				new RecurrencePattern(Kind.MONTHLY_DAY, 3, null, null, null, 15, FIRST.plusDays(300), null))) {
			assertThat(RecurrencePattern.of(pattern.toRecurrence())).isEqualTo(pattern);
		}
	}

	private static Recurrence weekly(int interval, LocalDate until, DayOfWeek... days) {
		return new RecurrencePattern(Kind.WEEKLY, interval, Set.of(days), null, null, null, until, null).toRecurrence();
	}

}
