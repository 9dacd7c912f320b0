package ru.sosedi.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import ru.sosedi.agreements.Cadence;

import static org.assertj.core.api.Assertions.assertThat;

class ScheduleTests {

	@Test
	void wholePeriodsOweTheWholeAmount() {
		assertThat(of(Cadence.QUARTER, "4", "2026-01-01", "2026-12-31")).containsExactly("2026-01-01..2026-03-31 4",
				"2026-04-01..2026-06-30 4", "2026-07-01..2026-09-30 4", "2026-10-01..2026-12-31 4");
	}

	@Test
	void partialPeriodsOweTheirShareRoundedDown() {
		// 42 of 92 days: 1.8; 51 of 92 days: 2.2
		assertThat(of(Cadence.QUARTER, "4", "2026-11-20", "2027-11-20")).containsExactly("2026-11-20..2026-12-31 1",
				"2027-01-01..2027-03-31 4", "2027-04-01..2027-06-30 4", "2027-07-01..2027-09-30 4",
				"2027-10-01..2027-11-20 2");
	}

	@Test
	void shareBelowOneOwesNothing() {
		assertThat(of(Cadence.MONTH, "1", "2026-11-02", "2026-12-30")).isEmpty();
		assertThat(of(Cadence.MONTH, "1", "2026-11-01", "2026-12-30")).containsExactly("2026-11-01..2026-11-30 1");
	}

	@Test
	void februaryOfALeapYearHasItsOwnLength() {
		assertThat(of(Cadence.MONTH, "29", "2028-02-01", "2028-02-28")).containsExactly("2028-02-01..2028-02-28 28");
		assertThat(of(Cadence.MONTH, "29", "2028-02-01", "2028-02-29")).containsExactly("2028-02-01..2028-02-29 29");
		assertThat(of(Cadence.MONTH, "28", "2027-02-01", "2027-02-28")).containsExactly("2027-02-01..2027-02-28 28");
	}

	@Test
	void yearsAreThoseOfTheCalendar() {
		assertThat(of(Cadence.YEAR, "12", "2026-07-01", "2028-12-31")).containsExactly("2026-07-01..2026-12-31 6",
				"2027-01-01..2027-12-31 12", "2028-01-01..2028-12-31 12");
	}

	@Test
	void termThatBeginsOnTheLastDayOfAQuarterTouchesItOnly() {
		assertThat(of(Cadence.QUARTER, "4", "2026-03-31", "2026-06-30")).containsExactly("2026-04-01..2026-06-30 4");
	}

	@Test
	void withoutAnEndItGoesThroughThePresentPeriod() {
		assertThat(of(Cadence.MONTH, "2", "2026-09-01", null)).containsExactly("2026-09-01..2026-09-30 2",
				"2026-10-01..2026-10-31 2", "2026-11-01..2026-11-30 2");
	}

	@Test
	void onceIsOwedByItsDayAndNotBeyondTheTerm() {
		assertThat(once("2026-03-15", term("2026-01-01", "2026-12-31"))).containsExactly("2026-01-01..2026-03-15 5");
		assertThat(once("2027-03-15", term("2026-01-01", "2026-12-31"))).containsExactly("2026-01-01..2026-12-31 5");
		assertThat(once("2025-12-01", term("2026-01-01", "2026-12-31"))).containsExactly("2025-12-01..2025-12-01 5");
	}

	@Test
	void onceFallsAwayWhenTheTermWasCutShortBeforeItsDay() {
		Term cut = new Term(day("2026-01-01"), day("2026-12-31"), day("2026-03-31"));
		assertThat(once("2026-06-01", cut)).isEmpty();
		assertThat(once("2026-03-31", cut)).hasSize(1);
	}

	@Test
	void wholeTermShrinksWhenItIsCutShort() {
		assertThat(of(Cadence.TERM, "10", "2026-01-01", "2026-12-31")).containsExactly("2026-01-01..2026-12-31 10");
		Term cut = new Term(day("2026-01-01"), day("2026-12-31"), day("2026-06-30"));
		assertThat(texts(Schedule.of(Cadence.TERM, new BigDecimal("10"), null, cut, day("2026-11-20"))))
			.containsExactly("2026-01-01..2026-06-30 4");
	}

	@Test
	void wholeTermWithoutAnEndIsNeverDue() {
		assertThat(of(Cadence.TERM, "10", "2026-01-01", null)).containsExactly("2026-01-01..null 10");
	}

	@Test
	void promiseTakenBackBeforeItBeganOwesNothing() {
		Term none = new Term(day("2026-03-01"), day("2026-12-31"), day("2026-02-28"));
		for (Cadence cadence : List.of(Cadence.MONTH, Cadence.QUARTER, Cadence.YEAR, Cadence.TERM)) {
			assertThat(Schedule.of(cadence, BigDecimal.TEN, null, none, day("2026-11-20"))).as(cadence.name())
				.isEmpty();
		}
	}

	@Test
	void progressIsBehindOnTimeAheadAndDone() {
		List<Period> periods = Schedule.of(Cadence.QUARTER, new BigDecimal("4"), null, term("2026-01-01", "2026-12-31"),
				day("2026-11-20"));
		assertThat(progress(periods, "10").state()).isEqualTo(ProgressState.BEHIND);
		assertThat(progress(periods, "10").overdue()).isEqualByComparingTo("2");
		assertThat(progress(periods, "12").state()).isEqualTo(ProgressState.ON_TIME);
		assertThat(progress(periods, "12").nextDue()).isEqualTo("2026-12-31");
		assertThat(progress(periods, "16").state()).isEqualTo(ProgressState.DONE);
		assertThat(progress(periods, "16").nextDue()).isNull();
		List<Period> open = Schedule.of(Cadence.MONTH, new BigDecimal("1"), null, term("2026-09-01", null),
				day("2026-11-20"));
		Progress ahead = Progress.of(open, true, done("5"), day("2026-11-20"));
		assertThat(ahead.state()).isEqualTo(ProgressState.AHEAD);
		assertThat(ahead.ahead()).isEqualByComparingTo("2");
		assertThat(ahead.total()).isNull();
	}

	@Test
	void lastDayOfAPeriodIsNotOverdueYet() {
		List<Period> one = Schedule.of(Cadence.MONTH, BigDecimal.ONE, null, term("2026-11-01", "2026-11-30"),
				day("2026-11-30"));
		assertThat(Progress.of(one, false, Progress.Done.NOTHING, day("2026-11-30")).state())
			.isEqualTo(ProgressState.ON_TIME);
		assertThat(Progress.of(one, false, Progress.Done.NOTHING, day("2026-12-01")).state())
			.isEqualTo(ProgressState.BEHIND);
	}

	@Test
	void nextTermIsAsLongAsThisOne() {
		assertThat(Renewals.nextEnd(day("2026-01-01"), day("2026-12-31"))).isEqualTo("2027-12-31");
		assertThat(Renewals.nextEnd(day("2026-09-01"), day("2027-05-31"))).isEqualTo("2028-02-29");
	}

	private static Progress progress(List<Period> periods, String done) {
		return Progress.of(periods, false, done(done), day("2026-11-20"));
	}

	private static Progress.Done done(String amount) {
		return new Progress.Done(new BigDecimal(amount), BigDecimal.ZERO, BigDecimal.ZERO);
	}

	private static List<String> of(Cadence cadence, String amount, String from, String end) {
		return texts(Schedule.of(cadence, new BigDecimal(amount), null, term(from, end), day("2026-11-20")));
	}

	private static List<String> once(String due, Term term) {
		return texts(Schedule.of(Cadence.ONCE, new BigDecimal("5"), day(due), term, day("2026-11-20")));
	}

	private static Term term(String from, String end) {
		return new Term(day(from), (end == null) ? null : day(end), (end == null) ? null : day(end));
	}

	private static LocalDate day(String text) {
		return LocalDate.parse(text);
	}

	private static List<String> texts(List<Period> periods) {
		return periods.stream()
			.map((period) -> period.from() + ".." + period.to() + " " + period.amount().toPlainString())
			.toList();
	}

}
