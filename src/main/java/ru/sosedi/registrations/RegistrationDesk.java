package ru.sosedi.registrations;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.accounts.Actor;
import ru.sosedi.programme.Occurrence;
import ru.sosedi.programme.OccurrenceService;
import ru.sosedi.shared.Audited;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.RefusedException;

/**
 * What a librarian does with the sign-ups for her own library's events. The trail tells
 * which sign-up and why, and nothing about the person.
 */
@Service
@Transactional(readOnly = true)
public class RegistrationDesk {

	private final RegistrationRepository registrations;

	private final OccurrenceService occurrences;

	private final SeatsLedger ledger;

	private final WaitingList waitingList;

	private final RegistrationMails mails;

	private final ApplicationEventPublisher publisher;

	private final Clock clock;

	RegistrationDesk(RegistrationRepository registrations, OccurrenceService occurrences, SeatsLedger ledger,
			WaitingList waitingList, RegistrationMails mails, ApplicationEventPublisher publisher, Clock clock) {
		this.registrations = registrations;
		this.occurrences = occurrences;
		this.ledger = ledger;
		this.waitingList = waitingList;
		this.mails = mails;
		this.publisher = publisher;
		this.clock = clock;
	}

	/**
	 * A sign-up for one of the actor's events.
	 * @throws NotFoundException when there is none
	 */
	public Registration forChange(Actor actor, UUID registrationId) {
		Registration one = find(registrationId);
		this.occurrences.forChange(actor, one.occurrenceId());
		return one;
	}

	private Registration find(UUID registrationId) {
		return this.registrations.findById(registrationId)
			.filter((found) -> found.state() != RegistrationState.HELD)
			.orElseThrow(() -> new NotFoundException("registration " + registrationId));
	}

	/** The library agrees, or has heard from the person herself that she comes. */
	@Transactional
	public void confirm(Actor actor, UUID registrationId) {
		Registration one = lock(actor, registrationId);
		one.agree(this.clock.instant());
		this.mails.send(RegistrationMails.CONFIRMED, one);
		record(actor, one, "registrations.registration.confirmed", "");
	}

	/** The library does not agree; the person is told why. */
	@Transactional
	public void decline(Actor actor, UUID registrationId, String reason) {
		Registration one = lock(actor, registrationId);
		one.decline(reason, this.clock.instant());
		this.mails.send(RegistrationMails.DECLINED, one);
		this.waitingList.fill(one.occurrenceId());
		record(actor, one, "registrations.registration.declined", one.reason());
	}

	/** Gives the seats back for the person; she is told why. */
	@Transactional
	public void cancel(Actor actor, UUID registrationId, String reason) {
		Registration one = lock(actor, registrationId);
		one.cancel(Registration.reason(reason), this.clock.instant());
		this.mails.send(RegistrationMails.CANCELLED, one);
		this.waitingList.fill(one.occurrenceId());
		record(actor, one, "registrations.registration.cancelled", one.reason());
	}

	/**
	 * Offers free seats to a group that is not the next.
	 * @param reason why, for the trail
	 * @throws RefusedException when it does not wait, or does not fit
	 */
	@Transactional
	public void promote(Actor actor, UUID registrationId, String reason) {
		Registration one = lock(actor, registrationId);
		String why = Registration.reason(reason);
		Seats seats = this.ledger.lock(one.occurrenceId());
		if (one.seats() > seats.left()) {
			throw new RefusedException(null, "registrations.desk.promotion.full", seats.left());
		}
		Instant now = this.clock.instant();
		one.offer(this.waitingList.deadline(one.occurrenceId(), now, seats.closesAt()), why, now);
		this.mails.send(RegistrationMails.OFFER, one);
		record(actor, one, "registrations.registration.promoted", why);
	}

	// only the date is read before the lock: what else was read might be old by then
	private Registration lock(Actor actor, UUID registrationId) {
		UUID occurrence = this.registrations.findOccurrenceId(registrationId)
			.orElseThrow(() -> new NotFoundException("registration " + registrationId));
		this.occurrences.forChange(actor, occurrence);
		this.ledger.lock(occurrence);
		return find(registrationId);
	}

	private void record(Actor actor, Registration one, String action, String reason) {
		Occurrence occurrence = this.occurrences.forChange(actor, one.occurrenceId());
		this.publisher
			.publishEvent(new Audited(actor.accountId(), actor.name(), action, "Registration", one.id().toString(),
					occurrence.event().title(), Map.of(), Map.of("state", one.state().name(), "reason", reason)));
	}

}
