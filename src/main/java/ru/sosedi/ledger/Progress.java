package ru.sosedi.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * A promise against what was done, on a day. What was done counts from the first period
 * on: doing more in one period makes up for an earlier one, or for one to come.
 *
 * @param promised by all periods that are over
 * @param owed by all periods that are over or run
 * @param total by the whole term; {@code null} when it has no end
 * @param done confirmed, or by events held
 * @param unconfirmed recorded, the other side has not answered
 * @param disputed the other side says no
 * @param nextDue the last day of the running period in which something is still missing;
 * {@code null} if there is none
 */
public record Progress(BigDecimal promised, BigDecimal owed, BigDecimal total, BigDecimal done, BigDecimal unconfirmed,
		BigDecimal disputed, LocalDate nextDue) {

	/** What was done, by its standing. */
	public record Done(BigDecimal confirmed, BigDecimal unconfirmed, BigDecimal disputed) {

		static final Done NOTHING = new Done(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

	}

	/**
	 * @param periods of the {@link Schedule}
	 * @param open whether more periods follow than these
	 */
	public static Progress of(List<Period> periods, boolean open, Done done, LocalDate today) {
		BigDecimal promised = sum(periods.stream().filter((period) -> period.isOverOn(today)).toList());
		List<Period> begun = periods.stream().filter((period) -> !period.from().isAfter(today)).toList();
		BigDecimal owed = sum(begun).max(promised);
		LocalDate next = begun.stream()
			.filter((period) -> !period.isOverOn(today) && period.to() != null)
			.map(Period::to)
			.max(Comparator.naturalOrder())
			.filter((_) -> owed.compareTo(done.confirmed()) > 0)
			.orElse(null);
		return new Progress(promised, owed, open ? null : sum(periods), done.confirmed(), done.unconfirmed(),
				done.disputed(), next);
	}

	private static BigDecimal sum(List<Period> periods) {
		return periods.stream().map(Period::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	/** By how much it is behind; zero when it is not. */
	public BigDecimal overdue() {
		return this.promised.subtract(this.done).max(BigDecimal.ZERO);
	}

	/** By how much it is ahead; zero when it is not. */
	public BigDecimal ahead() {
		return this.done.subtract(this.owed).max(BigDecimal.ZERO);
	}

	public ProgressState state() {
		if (overdue().signum() > 0) {
			return ProgressState.BEHIND;
		}
		if (this.total != null && this.done.compareTo(this.total) >= 0) {
			return ProgressState.DONE;
		}
		return (ahead().signum() > 0) ? ProgressState.AHEAD : ProgressState.ON_TIME;
	}

}
