package ru.sosedi.programme;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;

/**
 * One occurrence as machines read it.
 *
 * @param startsAt at the library's own clock
 * @param endsAt at the library's own clock
 * @param room {@code null} when it is not held in a room of the library
 * @param place where else, or {@code null}
 * @param address of the library
 * @param latitude of the library; {@code null} together with the longitude
 * @param cancellation why it will not take place, or {@code null} when it will
 * @param sequence how often what residents must know has changed (RFC 5545, 3.8.7.4)
 * @param publishedAt when residents saw the event first
 * @param changedAt the youngest change of the event or this date
 * @param repeated whether the event has other dates
 * @param descriptionHtml sanitised
 */
public record FeedEntry(UUID occurrenceId, UUID eventId, String slug, EventForm form, String title, String summary,
		String description, String descriptionHtml, AgeMark age, ZonedDateTime startsAt, ZonedDateTime endsAt,
		String room, String place, String centre, String centreSlug, String address, Double latitude, Double longitude,
		List<EventPartner> partners, List<Theme> themes, String cancellation, int sequence, Instant publishedAt,
		Instant changedAt, boolean repeated) {

	/** The page of the event with this date chosen. */
	public String pageAddress() {
		return "/events/" + this.eventId + "/" + this.slug
				+ (this.repeated ? "?on=" + this.startsAt.toLocalDate() : "");
	}

}
