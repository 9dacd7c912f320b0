package ru.sosedi.registrations;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import ru.sosedi.shared.PhoneNumber;

/**
 * One sign-up as the staff of its library sees it.
 *
 * @param name {@code null} once erased, as are the contacts
 * @param email may be {@code null}
 * @param phone as E.164 writes it; may be {@code null}
 * @param expiresAt until when an unconfirmed or offered one keeps its seats, else
 * {@code null}
 * @param place on the waiting list, from 1; 0 for whoever does not wait
 * @param reason why it was cancelled, declined or served out of turn; may be {@code null}
 * @param participants one for each seat, or nobody where the event does not ask
 * @param answers to the event's questions, in their order; an unanswered one is empty
 * @param photo whether the person agreed to be photographed
 */
public record Attendee(UUID registrationId, UUID bookingId, RegistrationState state, int seats, String name,
		String email, String phone, Registration.Source source, Instant createdAt, Instant expiresAt, int place,
		String reason, List<Participant> participants, List<String> answers, boolean photo) {

	/** The phone number as it is read aloud; {@code null} when there is none. */
	public String spokenPhone() {
		return (this.phone == null) ? null : new PhoneNumber(this.phone).spoken();
	}

	/** Whether nothing is left that could tell who it was. */
	public boolean isErased() {
		return this.name == null;
	}

	public boolean is(String other) {
		return this.state.name().equals(other);
	}

	/** Children under 14, whom a parent signed up by first name and age. */
	public List<Participant> children() {
		return this.participants.stream().filter((one) -> one.age() != null || one.name() != null).toList();
	}

	/** How many of the others are of each age, of those whose age is known. */
	public Map<AgeBand, Long> others() {
		return this.participants.stream()
			.filter((one) -> one.age() == null && one.name() == null && one.ageBand() != null)
			.collect(Collectors.groupingBy(Participant::ageBand, TreeMap::new, Collectors.counting()));
	}

	/** Whether the librarian has to call, because no letter reaches the person. */
	public boolean isReachedByPhone() {
		return this.email == null && this.phone != null;
	}

}
