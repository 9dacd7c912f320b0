package ru.sosedi.programme;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;

/**
 * One occurrence as a row of a public list.
 *
 * @param occurrenceId breaks ties of the order
 * @param startsAt at the library's own clock
 * @param endsAt at the library's own clock
 * @param room {@code null} when it is not held in a room of the library
 * @param place where else, or {@code null}
 * @param capacity seats in all, or {@code null} when nobody counts them
 * @param partners in the order given
 * @param cancellation why it will not take place, or {@code null} when it will
 * @param phase before, during or after its time
 * @param repeated whether the event has other dates
 * @param own whether its centre is the one that the visitor calls "mine"
 * @param foundTitle the title with the searched words marked; without a search the title
 * @param foundIn a passage with the searched words marked, or {@code null}
 * @param signUp whether one can sign up; {@code null} where one need not, or nobody knows
 */
public record EventCard(UUID occurrenceId, UUID eventId, String slug, EventForm form, String title, String summary,
		AgeMark age, DeliveryMode mode, Admission admission, String contact, boolean accessible, Integer capacity,
		ZonedDateTime startsAt, ZonedDateTime endsAt, String room, String place, String centre, String centreSlug,
		String district, List<Audience> audiences, List<EventPartner> partners, String cancellation, Phase phase,
		boolean repeated, boolean own, FoundText foundTitle, FoundText foundIn, SignUpNotice signUp) {

	/** Where the present moment stands. */
	public enum Phase {

		AHEAD, RUNNING, OVER

	}

	EventCard with(SignUpNotice notice) {
		return new EventCard(this.occurrenceId, this.eventId, this.slug, this.form, this.title, this.summary, this.age,
				this.mode, this.admission, this.contact, this.accessible, this.capacity, this.startsAt, this.endsAt,
				this.room, this.place, this.centre, this.centreSlug, this.district, this.audiences, this.partners,
				this.cancellation, this.phase, this.repeated, this.own, this.foundTitle, this.foundIn, notice);
	}

	/** Whether its row says if one can sign up. */
	boolean asksForSignUp() {
		return this.admission == Admission.SIGN_UP && this.phase == Phase.AHEAD && !isCancelled();
	}

	public boolean isCancelled() {
		return this.cancellation != null;
	}

	/** The day on which it begins, at the library's own clock. */
	public LocalDate day() {
		return this.startsAt.toLocalDate();
	}

	/** {@code UTC+9} where the clock is not the network's, else {@code null}. */
	public String zoneSign(ZoneId home) {
		return ZoneSign.of(this.startsAt, home);
	}

	/** The page of the event with this date chosen. */
	public String address() {
		return "/events/" + this.eventId + "/" + this.slug + (this.repeated ? "?on=" + day() : "");
	}

}
