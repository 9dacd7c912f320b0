package ru.sosedi.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One line of the trail.
 *
 * @param actorId {@code null} for the portal itself
 * @param subjectId may be {@code null}
 * @param changes the changed fields, by name
 * @param networkAddress {@code null} when no request caused the change
 */
public record AuditRecord(UUID id, Instant at, UUID actorId, String actorName, String action, String subjectType,
		String subjectId, String subjectName, List<Change> changes, String networkAddress) {

	/**
	 * @param before {@code null} when the field had no value
	 * @param after {@code null} when the field has none any more
	 */
	public record Change(String field, String before, String after) {

	}

}
