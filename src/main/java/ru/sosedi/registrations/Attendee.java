package ru.sosedi.registrations;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

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

	/** Whether the librarian has to call, because no letter reaches the person. */
	public boolean isReachedByPhone() {
		return this.email == null && this.phone != null;
	}

}
