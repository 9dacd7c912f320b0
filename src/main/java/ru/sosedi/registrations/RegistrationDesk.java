package ru.sosedi.registrations;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
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

	private final JdbcClient jdbc;

	private final Clock clock;

	RegistrationDesk(RegistrationRepository registrations, OccurrenceService occurrences, SeatsLedger ledger,
			WaitingList waitingList, RegistrationMails mails, ApplicationEventPublisher publisher, JdbcClient jdbc,
			Clock clock) {
		this.registrations = registrations;
		this.occurrences = occurrences;
		this.ledger = ledger;
		this.waitingList = waitingList;
		this.mails = mails;
		this.publisher = publisher;
		this.jdbc = jdbc;
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
		record(actor, one, "registrations.registration.confirmed");
	}

	/** The library does not agree; the person is told why. */
	@Transactional
	public void decline(Actor actor, UUID registrationId, String reason) {
		Registration one = lock(actor, registrationId);
		one.decline(reason, this.clock.instant());
		this.mails.send(RegistrationMails.DECLINED, one);
		this.waitingList.fill(one.occurrenceId());
		record(actor, one, "registrations.registration.declined");
	}

	/** Gives the seats back for the person; she is told why. */
	@Transactional
	public void cancel(Actor actor, UUID registrationId, String reason) {
		Registration one = lock(actor, registrationId);
		one.cancel(Registration.reason(reason), this.clock.instant());
		this.mails.send(RegistrationMails.CANCELLED, one);
		this.waitingList.fill(one.occurrenceId());
		record(actor, one, "registrations.registration.cancelled");
	}

	/**
	 * Offers free seats to a group that is not the next.
	 * @param reason why; it is kept with the sign-up
	 * @throws RefusedException when it does not wait, or does not fit
	 */
	@Transactional
	public void promote(Actor actor, UUID registrationId, String reason) {
		Registration one = lock(actor, registrationId);
		String why = Registration.reason(reason);
		Seats seats = this.ledger.lock(one.occurrenceId());
		if (one.state() == RegistrationState.WAITING && one.seats() > seats.left()) {
			throw new RefusedException(null, "registrations.desk.promotion.full", seats.left());
		}
		Instant now = this.clock.instant();
		one.offer(this.waitingList.deadline(one.occurrenceId(), now, seats.closesAt()), why, now);
		this.mails.send(RegistrationMails.OFFER, one);
		record(actor, one, "registrations.registration.promoted");
	}

	/**
	 * Another number of people than they signed up for; the largest group is the
	 * library's own rule and binds only others.
	 * @throws RefusedException at {@code seats} when so many do not fit
	 */
	@Transactional
	public void changeSeats(Actor actor, UUID registrationId, int number) {
		Registration one = lock(actor, registrationId);
		Seats seats = this.ledger.lock(one.occurrenceId());
		if (number < 1 || number > AdmissionTerms.MOST_IN_A_GROUP) {
			throw new RefusedException("seats", "registrations.sign-up.seats.absurd", AdmissionTerms.MOST_IN_A_GROUP);
		}
		int before = one.seats();
		boolean fits = one.state().hasSeats() ? number - before <= seats.left() : seats.couldHold(number);
		if (!fits) {
			throw new RefusedException("seats", "registrations.sign-up.seats.full", seats.left());
		}
		one.changeSeats(number, this.clock.instant());
		this.jdbc.sql("delete from participant where booking_id = ? and position > ?")
			.params(one.bookingId(), number)
			.update();
		this.waitingList.fill(one.occurrenceId());
		record(actor, one, "registrations.registration.seats", Map.of("seats", String.valueOf(before)),
				Map.of("seats", String.valueOf(number)));
	}

	/**
	 * How many groups that wait would be offered seats if this sign-up gave its own back.
	 */
	public int followers(Actor actor, UUID registrationId) {
		Registration one = forChange(actor, registrationId);
		Seats seats = this.ledger.find(one.occurrenceId()).orElse(null);
		if (seats == null || !seats.signsUp() || !one.state().hasSeats()
				|| !this.clock.instant().isBefore(seats.closesAt())) {
			return 0;
		}
		int left = (seats.capacity() == null) ? 0 : Math.max(0, seats.capacity() - seats.taken() + one.seats());
		int groups = 0;
		for (int group : line(one.occurrenceId())) {
			if (group <= left) {
				left -= group;
				groups++;
			}
		}
		return groups;
	}

	private List<Integer> line(UUID occurrenceId) {
		return this.jdbc.sql("""
				select seats from registration where occurrence_id = ? and state = 'WAITING' order by queue_number
				limit 1000
				""").param(occurrenceId).query(Integer.class).list();
	}

	// only the date is read before the lock: what else was read might be old by then
	private Registration lock(Actor actor, UUID registrationId) {
		UUID occurrence = this.registrations.findOccurrenceId(registrationId)
			.orElseThrow(() -> new NotFoundException("registration " + registrationId));
		this.occurrences.forChange(actor, occurrence);
		this.ledger.lock(occurrence);
		return find(registrationId);
	}

	// The reason stays with the sign-up and goes with it: the trail outlives the person's
	// data.
	private void record(Actor actor, Registration one, String action) {
		record(actor, one, action, Map.of(), Map.of("state", one.state().name()));
	}

	private void record(Actor actor, Registration one, String action, Map<String, String> before,
			Map<String, String> after) {
		Occurrence occurrence = this.occurrences.forChange(actor, one.occurrenceId());
		this.publisher.publishEvent(new Audited(actor.accountId(), actor.name(), action, "Registration",
				one.id().toString(), occurrence.event().title(), before, after));
	}

}
