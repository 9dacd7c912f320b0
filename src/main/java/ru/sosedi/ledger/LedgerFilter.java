package ru.sosedi.ledger;

import java.time.LocalDate;
import java.util.UUID;

import ru.sosedi.agreements.CommitmentKind;

/**
 * Which lines of the ledger are wanted; {@code null} for all.
 *
 * @param party who owes or is owed
 * @param centre where it is fulfilled
 * @param state {@link ProgressState#ON_TIME} means {@link ProgressState#AHEAD} too
 * @param from with {@code to}: only what was owed or done in these days, inclusive
 */
public record LedgerFilter(UUID party, UUID agreement, UUID centre, CommitmentKind kind, ProgressState state,
		LocalDate from, LocalDate to) {

	/** Everything. */
	public static final LedgerFilter ALL = new LedgerFilter(null, null, null, null, null, null, null);

	boolean hasPeriod() {
		return this.from != null || this.to != null;
	}

	boolean holds(LocalDate day) {
		return (this.from == null || !day.isBefore(this.from)) && (this.to == null || !day.isAfter(this.to));
	}

	boolean wants(ProgressState actual) {
		return this.state == null || actual == this.state
				|| (this.state == ProgressState.ON_TIME && actual == ProgressState.AHEAD);
	}

	/** The same for one kind, whatever its state. */
	public LedgerFilter of(CommitmentKind only) {
		return new LedgerFilter(this.party, this.agreement, this.centre, only, null, this.from, this.to);
	}

}
