package ru.sosedi.programme;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * All that the public page of an event tells.
 *
 * @param descriptionHtml sanitised when it was saved
 * @param cancellation why none of its dates will take place, or {@code null}
 * @param agreements with the partners, those of the public register
 * @param dates in order; none for an event that was published without a date
 */
public record EventPage(UUID id, String slug, EventForm form, String title, String summary, String descriptionHtml,
		AgeMark age, DeliveryMode mode, Admission admission, String language, String contact, boolean accessible,
		String accessibilityNote, String cancellation, Instant publishedAt, Instant changedAt, Centre centre,
		Set<Audience> audiences, Set<Theme> themes, List<EventPartner> partners, List<Agreement> agreements,
		Image image, List<Date> dates) {

	/**
	 * Who holds it and where that is.
	 *
	 * @param district {@code null} when the library tells none
	 * @param latitude {@code null} together with {@code longitude}
	 * @param accessibility impairment groups and how far the place serves them, as
	 * {@code MOBILITY:FULL}
	 */
	public record Centre(String slug, String name, String library, String address, String district, String phone,
			String email, Double latitude, Double longitude, ZoneId zone, List<String> accessibility) {

	}

	/** An agreement in the public register that covers what a partner does here. */
	public record Agreement(UUID id, String number) {

	}

	/** Whether a partner holds it, and the centre receives it. */
	public boolean isHeldByPartner() {
		return this.partners.stream().anyMatch(EventPartner::leads);
	}

	/**
	 * The picture, narrowest size first.
	 *
	 * @param alt never empty
	 */
	public record Image(UUID id, String alt, List<Rendition> renditions) {

		public Rendition largest() {
			return this.renditions.getLast();
		}

		/** For the attribute {@code srcset}. */
		public String srcset() {
			return String.join(", ",
					this.renditions.stream().map((size) -> size.address() + " " + size.width() + "w").toList());
		}

	}

	/** One size of a picture. */
	public record Rendition(String address, int width, int height) {

	}

	/**
	 * One occurrence.
	 *
	 * @param room {@code null} when it is not held in a room of the library
	 * @param place where else, or {@code null}
	 * @param capacity seats in all, or {@code null}
	 * @param cancellation why this date will not take place, or {@code null}
	 */
	public record Date(UUID id, ZonedDateTime startsAt, ZonedDateTime endsAt, String room, boolean stepFree,
			String place, Integer capacity, String cancellation, EventCard.Phase phase) {

		public LocalDate day() {
			return this.startsAt.toLocalDate();
		}

		/** {@code UTC+9} where the clock is not the network's, else {@code null}. */
		public String zoneSign(ZoneId home) {
			return ZoneSign.of(this.startsAt, home);
		}

		public boolean isCancelled() {
			return this.cancellation != null;
		}

		public boolean isOver() {
			return this.phase == EventCard.Phase.OVER;
		}

	}

	/**
	 * The date that the page speaks about.
	 * @param on the day asked for, or {@code null}; when nothing is on that day: the next
	 * date that takes place, else the next cancelled one, else the last one held
	 */
	public Optional<Date> chosen(LocalDate on) {
		return this.dates.stream()
			.filter((date) -> date.day().equals(on))
			.findFirst()
			.or(() -> this.dates.stream().filter((date) -> !date.isOver() && !date.isCancelled()).findFirst())
			.or(() -> this.dates.stream().filter((date) -> !date.isOver()).findFirst())
			.or(() -> this.dates.isEmpty() ? Optional.empty() : Optional.of(this.dates.getLast()));
	}

	/** Whether nothing of it is still to come. */
	public boolean isOver() {
		return !this.dates.isEmpty() && this.dates.stream().allMatch(Date::isOver);
	}

	public String address() {
		return "/events/" + this.id + "/" + this.slug;
	}

}
