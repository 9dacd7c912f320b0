package ru.sosedi.agreements;

import java.util.List;
import java.util.UUID;

/**
 * A clause of the text as amended.
 *
 * @param number as it was signed; of an added clause the number of the one before it and
 * its own ordinal: {@code 3.2.1}
 * @param clause its words as they are now
 * @param heading with its fields filled
 * @param html harmless HTML, fields filled; empty when it was removed
 * @param change the last thing that was done to it; {@code null} while it is as signed
 * @param by the amendments that touched it, in their order
 */
public record AmendedClause(String number, Clause clause, String heading, String html, Amends change, List<By> by) {

	/** The amendment that did it. */
	public record By(UUID agreementId, String name) {

	}

	public boolean isRemoved() {
		return this.change == Amends.REMOVE;
	}

}
