package ru.sosedi.agreements;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/**
 * What one side of an agreement promises another, countable, at a clause.
 *
 * @param clauseKey the clause, the same in every version
 * @param byParty who owes it
 * @param toParty whom it is owed
 * @param what in a line
 * @param amount in the unit of the kind, at most one decimal; per period of the cadence
 * @param dueOn of what is done once, the last day; else {@code null}
 * @param centres where; empty: at every centre of the agreement
 */
public record Commitment(UUID id, UUID agreementId, UUID clauseKey, int position, UUID byParty, UUID toParty,
		CommitmentKind kind, String what, BigDecimal amount, Cadence cadence, LocalDate dueOn, Set<UUID> centres,
		long version) {

	public Commitment {
		centres = Set.copyOf(centres);
	}

}
