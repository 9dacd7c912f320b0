package ru.sosedi.programme;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.UUID;

/**
 * One occurrence as its staff sees it in a list.
 *
 * @param startsAt at the library's own clock
 * @param endsAt at the library's own clock
 * @param room {@code null} when it is not held in a room of the library
 * @param place where else; may be {@code null}
 * @param capacity {@code null} when nobody counts seats
 * @param eventState as stored
 * @param cancellation why it will not take place, or {@code null} when it will
 */
public record DeskOccurrence(UUID id, UUID eventId, EventForm form, String title, AgeMark age, DeliveryMode mode,
		Admission admission, ZonedDateTime startsAt, ZonedDateTime endsAt, String room, String place, Integer capacity,
		EventState eventState, String cancellation, UUID centreId, String centre, UUID libraryId) {

	/** The day on which it begins, at the library's own clock. */
	public LocalDate day() {
		return this.startsAt.toLocalDate();
	}

	public boolean isCancelled() {
		return this.cancellation != null;
	}

	public boolean isDraft() {
		return this.eventState == EventState.DRAFT;
	}

	public boolean isOver(Instant now) {
		return !this.endsAt.toInstant().isAfter(now);
	}

}
