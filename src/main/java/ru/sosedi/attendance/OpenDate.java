package ru.sosedi.attendance;

import java.time.ZonedDateTime;
import java.util.UUID;

import ru.sosedi.programme.EventForm;

/**
 * A date that is over and not closed.
 *
 * @param startsAt at the library's own clock
 * @param overdue whether it has been waiting for more than three days
 */
public record OpenDate(UUID occurrenceId, EventForm form, String title, String centre, ZonedDateTime startsAt,
		boolean overdue) {

}
