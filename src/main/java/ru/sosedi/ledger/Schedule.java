package ru.sosedi.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import ru.sosedi.agreements.Cadence;

/**
 * What a promise owes and until when. Months, quarters and years are those of the
 * calendar. A period that lies wholly within the term owes the whole amount; one that the
 * term only touches (the first, the last) owes the share of its days that lie within the
 * term, rounded down to a whole number, so possibly nothing. What is owed for the whole
 * term shrinks in the same way when the term is cut short; what is owed once falls away
 * when the term was cut short before its day.
 */
public final class Schedule {

	private Schedule() {
	}

	/**
	 * The periods that owe something, in their order.
	 * @param dueOn of what is done once, else {@code null}
	 * @param until a promise without an end is followed through the period that holds
	 * this day
	 */
	public static List<Period> of(Cadence cadence, BigDecimal amount, LocalDate dueOn, Term term, LocalDate until) {
		return switch (cadence) {
			case ONCE -> once(amount, dueOn, term);
			case TERM -> whole(amount, term);
			case MONTH -> calendar(1, amount, term, until);
			case QUARTER -> calendar(3, amount, term, until);
			case YEAR -> calendar(12, amount, term, until);
		};
	}

	private static List<Period> once(BigDecimal amount, LocalDate dueOn, Term term) {
		boolean after = term.endedOn() != null && dueOn.isAfter(term.endedOn());
		if (after && term.isCutShort()) {
			return List.of();
		}
		LocalDate due = after ? term.endedOn() : dueOn;
		return List.of(new Period(term.from().isAfter(due) ? due : term.from(), due, amount));
	}

	private static List<Period> whole(BigDecimal amount, Term term) {
		BigDecimal owed = amount;
		if (term.isCutShort() && term.lastDay() != null) {
			owed = share(amount, term.from(), term.endedOn(), term.from(), term.lastDay());
		}
		return (owed.signum() > 0) ? List.of(new Period(term.from(), term.endedOn(), owed)) : List.of();
	}

	private static List<Period> calendar(int months, BigDecimal amount, Term term, LocalDate until) {
		List<Period> periods = new ArrayList<>();
		LocalDate last = (term.endedOn() != null) ? term.endedOn() : until;
		LocalDate begin = begin(term.from(), months);
		while (!begin.isAfter(last)) {
			LocalDate end = begin.plusMonths(months).minusDays(1);
			LocalDate from = begin.isBefore(term.from()) ? term.from() : begin;
			LocalDate to = (term.endedOn() != null && end.isAfter(term.endedOn())) ? term.endedOn() : end;
			BigDecimal owed = (from.equals(begin) && to.equals(end)) ? amount : share(amount, from, to, begin, end);
			if (owed.signum() > 0) {
				periods.add(new Period(from, to, owed));
			}
			begin = begin.plusMonths(months);
		}
		return List.copyOf(periods);
	}

	/** The first day of the calendar period that holds the day. */
	private static LocalDate begin(LocalDate day, int months) {
		int month = (day.getMonthValue() - 1) / months * months + 1;
		return LocalDate.of(day.getYear(), month, 1);
	}

	private static BigDecimal share(BigDecimal amount, LocalDate from, LocalDate to, LocalDate begin, LocalDate end) {
		if (to.isBefore(from)) {
			return BigDecimal.ZERO;
		}
		return amount.multiply(BigDecimal.valueOf(ChronoUnit.DAYS.between(from, to) + 1))
			.divide(BigDecimal.valueOf(ChronoUnit.DAYS.between(begin, end) + 1), 0, RoundingMode.DOWN);
	}

}
