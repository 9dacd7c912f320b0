package ru.sosedi.audit;

import java.time.Instant;

/**
 * Which lines of the trail; {@code null} anywhere means any.
 *
 * @param person part of the name of who did it
 * @param action exactly
 * @param subject part of the subject's name
 * @param subjectId exactly
 * @param from the first moment
 * @param until the first moment no more
 */
public record AuditQuery(String person, String action, String subject, String subjectId, Instant from, Instant until) {

}
