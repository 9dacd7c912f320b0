package ru.sosedi.agreements;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.TypedText;

/**
 * A promise as it is written down.
 *
 * @param amount in the unit of the kind, above zero, at most one decimal
 * @param dueOn the last day of what is done once, else {@code null}
 * @param centres where; empty: at every centre of the agreement
 */
public record CommitmentDetails(UUID byParty, UUID toParty, CommitmentKind kind, String what, BigDecimal amount,
		Cadence cadence, LocalDate dueOn, Set<UUID> centres) {

	private static final int LONGEST = 300;

	private static final BigDecimal MOST = new BigDecimal("99999");

	/**
	 * @throws RefusedException at the field that cannot be so
	 */
	public CommitmentDetails {
		TypedText.required(byParty, "byParty", "agreements.commitment.by.missing");
		TypedText.required(toParty, "toParty", "agreements.commitment.to.missing");
		if (byParty.equals(toParty)) {
			throw new RefusedException("toParty", "agreements.commitment.to.same");
		}
		TypedText.required(kind, "kind", "agreements.commitment.kind.missing");
		what = TypedText.noLonger(TypedText.required(what, "what", "agreements.commitment.what.missing"), LONGEST,
				"what");
		TypedText.required(amount, "amount", "agreements.commitment.amount.missing");
		if (amount.signum() <= 0 || amount.compareTo(MOST) > 0) {
			throw new RefusedException("amount", "agreements.commitment.amount.range", MOST);
		}
		if (amount.stripTrailingZeros().scale() > 1) {
			throw new RefusedException("amount", "agreements.commitment.amount.decimals");
		}
		amount = amount.setScale(1, RoundingMode.UNNECESSARY);
		TypedText.required(cadence, "cadence", "agreements.commitment.cadence.missing");
		if (cadence == Cadence.ONCE) {
			TypedText.required(dueOn, "dueOn", "agreements.commitment.due.missing");
			if (dueOn.getYear() < 2000 || dueOn.getYear() > 2100) {
				throw new RefusedException("dueOn", "agreements.terms.day-far");
			}
		}
		else {
			dueOn = null;
		}
		centres = Set.copyOf(centres);
	}

}
