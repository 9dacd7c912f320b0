package ru.sosedi.agreements;

import java.time.Instant;
import java.util.UUID;

/**
 * What somebody says about a clause.
 *
 * @param versionNumber the version that was looked at
 * @param partyId the author's side; {@code null} for a coordinator
 * @param resolvedAt with {@code resolvedBy}; {@code null} while it is open
 */
public record Remark(UUID id, UUID clauseKey, int versionNumber, UUID authorId, String authorName, UUID partyId,
		Instant at, String text, Instant resolvedAt, String resolvedBy) {

	public boolean isOpen() {
		return this.resolvedAt == null;
	}

}
