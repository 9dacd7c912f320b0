package ru.sosedi.registrations;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import ru.sosedi.accounts.Actor;
import ru.sosedi.programme.OccurrenceDirectory;
import ru.sosedi.programme.OccurrenceFacts;
import ru.sosedi.shared.RefusedException;

/**
 * Signs people up at the desk and on the phone. It needs no letter and knows no opening
 * hour, only the seats and the end of the event.
 */
@Service
public class DeskSignUp {

	private final SeatAllocation allocation;

	private final OccurrenceDirectory occurrences;

	private final JdbcClient jdbc;

	private final Clock clock;

	DeskSignUp(SeatAllocation allocation, OccurrenceDirectory occurrences, JdbcClient jdbc, Clock clock) {
		this.allocation = allocation;
		this.occurrences = occurrences;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * The dates of an event for which one person can be signed up in one go: those that
	 * are to come.
	 * @throws ru.sosedi.shared.NotFoundException when the date is not the actor's
	 */
	public List<OccurrenceFacts> series(Actor actor, UUID occurrenceId) {
		OccurrenceFacts date = this.occurrences.forStaff(actor, occurrenceId);
		return this.occurrences.ofEvent(date.eventId())
			.stream()
			.filter((one) -> one.listed() && !one.isCancelled() && !one.hasBegun(this.clock.instant()))
			.toList();
	}

	/**
	 * Signs a person up for the actor's own dates.
	 * @param waiting whether she would rather wait than be sent away
	 * @throws ru.sosedi.shared.NotFoundException when a date is not the actor's
	 * @throws RefusedException when a date is over
	 */
	public SignedUp signUp(Actor actor, SignUp signUp, boolean waiting) {
		for (UUID id : signUp.occurrenceIds()) {
			if (this.occurrences.forStaff(actor, id).isOver(this.clock.instant())) {
				throw new RefusedException(null, "registrations.desk.new.over");
			}
		}
		Signer signer = Signer.desk(actor);
		return (waiting && signUp.occurrenceIds().size() == 1) ? this.allocation.await(signUp, signer)
				: this.allocation.signUp(signUp, null, signer);
	}

	/** The sign-up of a booking for a date. */
	public UUID registrationOf(UUID bookingId, UUID occurrenceId) {
		return this.jdbc.sql("select id from registration where booking_id = ? and occurrence_id = ?")
			.params(bookingId, occurrenceId)
			.query(UUID.class)
			.single();
	}

	/**
	 * The sign-up that a person with the same contact has for one of the actor's dates.
	 */
	public Optional<UUID> sameContact(Actor actor, UUID occurrenceId, SignUp signUp) {
		this.occurrences.forStaff(actor, occurrenceId);
		return this.jdbc.sql("""
				select id from registration
				where occurrence_id = :occurrence and (email = :email or phone = :phone)
				and state in ('UNCONFIRMED', 'REQUESTED', 'CONFIRMED', 'WAITING', 'OFFERED')
				limit 1
				""")
			.param("occurrence", occurrenceId)
			.param("email", (signUp.email() == null) ? null : signUp.email().value())
			.param("phone", (signUp.phone() == null) ? null : signUp.phone().value())
			.query(UUID.class)
			.optional();
	}

}
