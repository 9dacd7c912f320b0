package ru.sosedi.agreements.web;

import java.util.List;

import ru.sosedi.agreements.Cadence;
import ru.sosedi.agreements.Commitment;
import ru.sosedi.agreements.CommitmentDetails;
import ru.sosedi.agreements.CommitmentKind;
import ru.sosedi.shared.RefusedException;

/** A promise as it was typed. */
record CommitmentForm(String clause, String byParty, String toParty, String kind, String what, String amount,
		String cadence, String dueOn, List<String> centres, String version) {

	CommitmentForm {
		centres = (centres == null) ? List.of() : centres;
	}

	static CommitmentForm empty(String clause) {
		return new CommitmentForm(clause, "", "", "", "", "", "", "", List.of(), "");
	}

	static CommitmentForm of(Commitment one) {
		return new CommitmentForm(one.clauseKey().toString(), one.byParty().toString(), one.toParty().toString(),
				one.kind().name(), one.what(), one.amount().toPlainString(), one.cadence().name(),
				Typed.text(one.dueOn()), one.centres().stream().map(Object::toString).toList(),
				String.valueOf(one.version()));
	}

	/**
	 * @throws RefusedException at the field that cannot be so
	 */
	CommitmentDetails toDetails() {
		return new CommitmentDetails(Typed.id("byParty", this.byParty), Typed.id("toParty", this.toParty),
				Typed.choice("kind", this.kind, CommitmentKind.class), this.what, Typed.decimal("amount", this.amount),
				Typed.choice("cadence", this.cadence, Cadence.class), Typed.day("dueOn", this.dueOn),
				Typed.ids("centres", this.centres));
	}

}
