package ru.sosedi.partners;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Somebody who speaks for a party.
 *
 * @param accountId who signs in; may be {@code null}
 * @param nameGenitive the name as a preamble says it: "acting through ..."
 * @param authorityNumber {@code null} only for a charter, as is {@code authorityDate}
 * @param validUntil the last day; {@code null} while the end is open
 */
public record Representative(UUID id, UUID partyId, UUID accountId, String name, String nameGenitive, String post,
		String postGenitive, AuthorityKind authority, String authorityNumber, LocalDate authorityDate,
		LocalDate validFrom, LocalDate validUntil) {

	public boolean actsOn(LocalDate day) {
		return !day.isBefore(this.validFrom) && !endedBefore(day);
	}

	/** Whether the authority was over before that day began. */
	public boolean endedBefore(LocalDate day) {
		return this.validUntil != null && this.validUntil.isBefore(day);
	}

}
