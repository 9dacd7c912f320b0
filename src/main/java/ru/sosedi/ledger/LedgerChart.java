package ru.sosedi.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.accounts.Actor;
import ru.sosedi.agreements.Agreements;
import ru.sosedi.agreements.CommitmentKind;

/**
 * What was promised and what was done over time, both added up: of one kind, because
 * events and hours do not add up.
 */
@Service
@Transactional(readOnly = true)
public class LedgerChart {

	/** The most promises that a chart adds up. */
	public static final int MOST = 500;

	private static final int MOST_STEPS = 24;

	private final LedgerRows rows;

	private final Agreements agreements;

	private final JdbcClient jdbc;

	LedgerChart(LedgerRows rows, Agreements agreements, JdbcClient jdbc) {
		this.rows = rows;
		this.agreements = agreements;
		this.jdbc = jdbc;
	}

	/**
	 * A month, a quarter or a year.
	 *
	 * @param to the last day
	 * @param promised by all periods that are over on that day
	 * @param done until that day
	 */
	public record Step(LocalDate from, LocalDate to, BigDecimal promised, BigDecimal done) {

		public YearMonth month() {
			return YearMonth.from(this.from);
		}

		public int quarter() {
			return (this.from.getMonthValue() + 2) / 3;
		}

		/** In digits that no language groups. */
		public String year() {
			return String.valueOf(this.from.getYear());
		}

		/** The first month: {@code 11.2026}. */
		public String digits() {
			return "%02d.%d".formatted(this.from.getMonthValue(), this.from.getYear());
		}

	}

	/**
	 * @param months how many a step has: 1, 3 or 12
	 * @param cut whether there are more promises than {@link #MOST}
	 */
	public record Chart(CommitmentKind kind, int months, List<Step> steps, boolean cut) {

		/** Whether there is nothing to draw: nothing was due or done yet. */
		public boolean isEmpty() {
			return top().signum() == 0;
		}

		public BigDecimal top() {
			return this.steps.stream()
				.map((step) -> step.promised().max(step.done()))
				.max(Comparator.naturalOrder())
				.orElse(BigDecimal.ZERO);
		}

	}

	/**
	 * Through the present day or the last day of the filter; the state of the filter is
	 * not looked at.
	 * @return without steps when nothing of the kind was promised
	 */
	public Chart of(Actor actor, LedgerFilter filter, CommitmentKind kind) {
		LocalDate today = this.agreements.today();
		List<Promised> promises = this.rows.visible(actor, filter.of(kind), today, null, MOST + 1);
		boolean cut = promises.size() > MOST;
		return chart(kind, cut ? promises.subList(0, MOST) : promises, filter, today, cut);
	}

	/** Of one promise. */
	public Chart of(LedgerLine line) {
		return chart(line.promised().kind(), List.of(line.promised()), LedgerFilter.ALL, this.agreements.today(),
				false);
	}

	private Chart chart(CommitmentKind kind, List<Promised> promises, LedgerFilter filter, LocalDate today,
			boolean cut) {
		LocalDate last = (filter.to() != null && filter.to().isBefore(today)) ? filter.to() : today;
		LocalDate first = promises.stream()
			.map((promised) -> promised.term().from())
			.min(Comparator.naturalOrder())
			.orElse(null);
		if (first != null && filter.from() != null && filter.from().isAfter(first)) {
			first = filter.from();
		}
		if (first == null || first.isAfter(last)) {
			return new Chart(kind, 1, List.of(), cut);
		}
		int months = step(first, last);
		NavigableMap<LocalDate, BigDecimal> owed = new TreeMap<>();
		promises.forEach((promised) -> Ledger.periods(promised, filter, last)
			.stream()
			.filter((period) -> period.to() != null)
			.forEach((period) -> owed.merge(period.to(), period.amount(), BigDecimal::add)));
		return new Chart(kind, months, steps(first, last, months, owed, done(promises, filter)), cut);
	}

	private static int step(LocalDate first, LocalDate last) {
		long months = ChronoUnit.MONTHS.between(first.withDayOfMonth(1), last.withDayOfMonth(1)) + 1;
		if (months <= MOST_STEPS) {
			return 1;
		}
		return (months <= MOST_STEPS * 3) ? 3 : 12;
	}

	private static List<Step> steps(LocalDate first, LocalDate last, int months,
			NavigableMap<LocalDate, BigDecimal> owed, NavigableMap<LocalDate, BigDecimal> done) {
		List<Step> steps = new ArrayList<>();
		LocalDate begin = LocalDate.of(first.getYear(), (first.getMonthValue() - 1) / months * months + 1, 1);
		while (!begin.isAfter(last)) {
			LocalDate end = begin.plusMonths(months).minusDays(1);
			steps.add(new Step(begin, end, until(owed, end), until(done, end)));
			begin = begin.plusMonths(months);
		}
		return List.copyOf(steps);
	}

	private static BigDecimal until(NavigableMap<LocalDate, BigDecimal> amounts, LocalDate day) {
		return amounts.headMap(day, true).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	private NavigableMap<LocalDate, BigDecimal> done(List<Promised> promises, LedgerFilter filter) {
		NavigableMap<LocalDate, BigDecimal> done = new TreeMap<>();
		this.jdbc
			.sql("""
					select cast(date_trunc('month', f.done_on) as date) as month, sum(f.amount) as amount from standing_fact f
					where f.commitment_id = any(:ids) and f.standing = 'DONE'
					and f.done_on >= coalesce(cast(:from as date), '-infinity')
					and f.done_on <= coalesce(cast(:to as date), 'infinity')
					group by 1
					""")
			.param("ids", promises.stream().map(Promised::id).toArray(UUID[]::new))
			.param("from", filter.from())
			.param("to", filter.to())
			.query((row, _) -> done.put(row.getObject("month", LocalDate.class), row.getBigDecimal("amount")))
			.list();
		return done;
	}

}
