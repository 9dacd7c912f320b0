package ru.sosedi.shared;

import java.util.Map;
import java.util.UUID;

/**
 * A change that somebody may have to answer for. A service publishes it within the
 * transaction of the change; the audit trail writes it in that same transaction.
 *
 * @param actorId who did it; {@code null} for the portal itself
 * @param actorName the name shown in the trail
 * @param action what was done: {@code <module>.<resource>.<participle>}, which is also a
 * message key under {@code audit.action.}
 * @param subjectType the entity's simple name
 * @param subjectId the entity's id as text; may be {@code null}
 * @param subjectName how a person calls the subject
 * @param before the changed fields before, by name; empty for something new
 * @param after the changed fields after, by name; empty for something removed
 */
public record Audited(UUID actorId, String actorName, String action, String subjectType, String subjectId,
		String subjectName, Map<String, String> before, Map<String, String> after) {

	public Audited {
		before = before == null ? Map.of() : before;
		after = after == null ? Map.of() : after;
	}

}
