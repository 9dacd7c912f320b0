package ru.sosedi.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import ru.sosedi.agreements.Cadence;
import ru.sosedi.agreements.CommitmentKind;

/**
 * A promise of an agreement that is or was in force.
 *
 * @param number the agreement's
 * @param title the agreement's
 * @param byRole how the text calls who owes it
 * @param amount in the unit of the kind, per period of the cadence
 * @param dueOn of what is done once, else {@code null}
 * @param archived whether the agreement was put away
 */
public record Promised(UUID id, UUID agreementId, String number, String title, UUID clauseKey, UUID byParty,
		String byName, String byRole, UUID toParty, String toName, CommitmentKind kind, String what, BigDecimal amount,
		Cadence cadence, LocalDate dueOn, Term term, boolean archived) {

	/** What is owed; without an end, through the period that holds the day. */
	public List<Period> periods(LocalDate until) {
		return Schedule.of(this.cadence, this.amount, this.dueOn, this.term, until);
	}

	/** Whether periods follow for as long as nobody ends the agreement. */
	public boolean isOpen() {
		return this.term.endedOn() == null && this.cadence != Cadence.ONCE;
	}

}
