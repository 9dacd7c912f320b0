package ru.sosedi.programme;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.UUID;

/**
 * One date of an event with all that has to be said about it.
 *
 * @param title without the form
 * @param startsAt at the library's own clock
 * @param endsAt at the library's own clock
 * @param room {@code null} when it is not held in a room of the library
 * @param place where else, or {@code null}
 * @param address the library's
 * @param phone the library's; may be {@code null}
 * @param cancellation why it will not take place, or {@code null} when it will
 * @param listed whether residents may see it
 */
public record OccurrenceFacts(UUID id, UUID eventId, String slug, EventForm form, String title, AgeMark age,
		Admission admission, DeliveryMode mode, Set<Audience> audiences, ZonedDateTime startsAt, ZonedDateTime endsAt,
		String room, String place, String centre, String centreSlug, UUID centreId, UUID libraryId, String address,
		String phone, Integer capacity, String cancellation, boolean listed) {

	public boolean isCancelled() {
		return this.cancellation != null;
	}

	public boolean hasBegun(Instant now) {
		return !now.isBefore(this.startsAt.toInstant());
	}

	public boolean isOver(Instant now) {
		return !now.isBefore(this.endsAt.toInstant());
	}

	public LocalDate day() {
		return this.startsAt.toLocalDate();
	}

	/** The public page with this date chosen. */
	public String page() {
		return "/events/" + this.eventId + "/" + this.slug + "?on=" + day();
	}

}
