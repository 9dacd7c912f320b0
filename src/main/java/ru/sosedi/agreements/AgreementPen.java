package ru.sosedi.agreements;

import java.util.UUID;

import ru.sosedi.accounts.Actor;

/** Who may write the text of an agreement at this moment. */
final class AgreementPen {

	private AgreementPen() {
	}

	/** Whether it is this person's turn: a side's people, or the coordinator. */
	static boolean holds(Actor actor, Agreement agreement) {
		UUID party = agreement.pen();
		return (party == null) ? AgreementAccess.keeps(actor) : speaksFor(actor, party);
	}

	/** Whether this person leads that party or signs for it. */
	static boolean speaksFor(Actor actor, UUID party) {
		return actor.leads(party) || actor.signsFor(party);
	}

	/**
	 * The side that this person speaks for, the first in the text; {@code null} for none.
	 */
	static AgreementParty sideOf(Actor actor, Agreement agreement) {
		return agreement.parties().stream().filter((side) -> speaksFor(actor, side.partyId())).findFirst().orElse(null);
	}

}
