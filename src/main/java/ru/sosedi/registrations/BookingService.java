package ru.sosedi.registrations;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.data.domain.Limit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.shared.Email;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.RefusedException;

/**
 * What a person does with what she signed up for. Who may is the link's matter: whoever
 * calls has a {@link BookingLinks} token for the booking.
 */
@Service
@Transactional(readOnly = true)
public class BookingService {

	private static final int MOST = 200;

	private final RegistrationRepository registrations;

	private final SeatsLedger ledger;

	private final WaitingList waitingList;

	private final RegistrationMails mails;

	private final JdbcClient jdbc;

	private final Clock clock;

	BookingService(RegistrationRepository registrations, SeatsLedger ledger, WaitingList waitingList,
			RegistrationMails mails, JdbcClient jdbc, Clock clock) {
		this.registrations = registrations;
		this.ledger = ledger;
		this.waitingList = waitingList;
		this.mails = mails;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * All dates of a booking.
	 * @throws NotFoundException when there is none, or its data is erased
	 */
	public List<Registration> booking(UUID bookingId) {
		List<Registration> all = this.registrations.findByBookingIdOrderByCreatedAtAscIdAsc(bookingId)
			.stream()
			.filter((one) -> one.state() != RegistrationState.HELD && !one.isErased())
			.toList();
		if (all.isEmpty()) {
			throw new NotFoundException("booking " + bookingId);
		}
		return all;
	}

	/**
	 * Every sign-up that the person of a booking has, by the same contact, newest first.
	 */
	public List<Registration> ofSamePerson(UUID bookingId) {
		Registration one = booking(bookingId).getFirst();
		return (one.email() != null) ? ofEmail(one.email())
				: this.registrations.findByPhoneAndErasedAtIsNullOrderByIdDesc(one.phone(), Limit.of(MOST));
	}

	/** Every sign-up with that address, newest first. */
	public List<Registration> ofEmail(Email email) {
		return this.registrations.findByEmailAndErasedAtIsNullOrderByIdDesc(email.value(), Limit.of(MOST));
	}

	/**
	 * Sends the link to all sign-ups to the address, if it has any; at most one letter an
	 * hour. Whether it has is told to nobody else.
	 */
	@Transactional
	public void sendLink(Email email) {
		Instant now = this.clock.instant();
		ofEmail(email).stream()
			.findFirst()
			.ifPresent((one) -> this.mails.send(RegistrationMails.MINE, one,
					one.id() + ":" + now.truncatedTo(ChronoUnit.HOURS), Map.of()));
	}

	/**
	 * The person says yes: to the sign-up, or to the seats that came free. A sign-up
	 * whose time ran out gets its seats all the same, while there are any.
	 * @return the state that it has now; LAPSED when the seats are gone
	 * @throws RefusedException when nothing waits for a yes
	 */
	@Transactional
	public RegistrationState confirm(UUID bookingId) {
		List<Registration> all = lock(bookingId);
		RegistrationState state = null;
		for (Registration one : all) {
			if (one.state() == RegistrationState.CONFIRMED || one.state() == RegistrationState.REQUESTED) {
				state = one.state();
			}
			else if (one.state() != RegistrationState.CANCELLED) {
				confirm(one);
				state = one.state();
			}
		}
		if (state == null) {
			throw new RefusedException(null, "registrations.refused.state.CANCELLED");
		}
		all.stream()
			.filter((one) -> one.state() == RegistrationState.CONFIRMED || one.state() == RegistrationState.REQUESTED)
			.findFirst()
			.ifPresent((one) -> this.mails.send((one.state() == RegistrationState.CONFIRMED)
					? RegistrationMails.CONFIRMED : RegistrationMails.REQUESTED, one));
		return state;
	}

	private void confirm(Registration one) {
		Seats seats = this.ledger.lock(one.occurrenceId());
		Instant now = this.clock.instant();
		boolean overdue = one.state() == RegistrationState.LAPSED
				|| (one.expiresAt() != null && !one.expiresAt().isAfter(now));
		if (one.state() == RegistrationState.LAPSED && (!seats.isOpen(now) || seats.left() < one.seats())) {
			return;
		}
		if (one.state() == RegistrationState.LAPSED
				&& this.registrations.isLiveElsewhere(one.occurrenceId(), one.id())) {
			throw new RefusedException(null, "registrations.refused.TWICE");
		}
		if (overdue && !seats.isOpen(now)) {
			one.lapse(now);
			return;
		}
		one.confirm(seats.moderated(), now);
		this.registrations.flush();
	}

	/**
	 * Joins the waiting list with a sign-up whose seats went to others.
	 * @throws RefusedException when there is none, or nobody may wait
	 */
	@Transactional
	public void await(UUID bookingId) {
		Registration one = lock(bookingId).getFirst();
		Seats seats = this.ledger.lock(one.occurrenceId());
		Instant now = this.clock.instant();
		if (!seats.isOpen(now) || !seats.takesWaiting() || !seats.couldHold(one.seats())) {
			throw new RefusedException(null, "registrations.refused.FULL_FOR_GOOD");
		}
		if (this.registrations.isLiveElsewhere(one.occurrenceId(), one.id())) {
			throw new RefusedException(null, "registrations.refused.TWICE");
		}
		one.await(this.jdbc.sql("select nextval('registration_queue')").query(Long.class).single(), now);
		this.mails.send(RegistrationMails.WAITING, one, one.id() + ":" + one.queueNumber(), Map.of());
		this.waitingList.fill(one.occurrenceId());
	}

	/**
	 * Gives the seats of one date back, or a place on the waiting list.
	 * @throws NotFoundException when the date is none of the booking's
	 */
	@Transactional
	public void cancel(UUID bookingId, UUID registrationId) {
		Registration one = find(lock(bookingId), registrationId);
		if (one.state().isLive()) {
			one.cancel(null, this.clock.instant());
			this.waitingList.fill(one.occurrenceId());
		}
	}

	/** Gives back whatever of the booking is still to come. */
	@Transactional
	public void cancelAll(UUID bookingId) {
		Instant now = this.clock.instant();
		List<Registration> live = lock(bookingId).stream().filter((one) -> one.state().isLive()).toList();
		live.forEach((one) -> one.cancel(null, now));
		live.forEach((one) -> this.waitingList.fill(one.occurrenceId()));
	}

	/**
	 * Comes with more people, or fewer.
	 * @throws RefusedException at {@code seats} when so many do not fit; nothing is
	 * changed then
	 */
	@Transactional
	public void changeSeats(UUID bookingId, UUID registrationId, int number) {
		Registration one = find(lock(bookingId), registrationId);
		Seats seats = this.ledger.lock(one.occurrenceId());
		if (number < 1 || number > seats.largestGroup()) {
			throw new RefusedException("seats", "registrations.sign-up.seats.absurd", seats.largestGroup());
		}
		if (!seats.isOpen(this.clock.instant())) {
			throw new RefusedException("seats", "registrations.refused.CLOSED");
		}
		boolean fits = one.state().hasSeats() ? number - one.seats() <= seats.left() : seats.couldHold(number);
		if (!fits) {
			throw new RefusedException("seats", "registrations.sign-up.seats.full", seats.left());
		}
		one.changeSeats(number, this.clock.instant());
		this.jdbc.sql("delete from participant where booking_id = ? and position > ?")
			.params(bookingId, number)
			.update();
		this.waitingList.fill(one.occurrenceId());
	}

	private static Registration find(List<Registration> booking, UUID registrationId) {
		return booking.stream()
			.filter((one) -> one.id().equals(registrationId))
			.findFirst()
			.orElseThrow(() -> new NotFoundException("registration " + registrationId));
	}

	/** Its dates, in order, after the seats of all of them are locked. */
	private List<Registration> lock(UUID bookingId) {
		List<UUID> dates = this.jdbc
			.sql("select distinct occurrence_id from registration where booking_id = ? and state <> 'HELD'")
			.param(bookingId)
			.query(UUID.class)
			.list();
		dates.stream().sorted(Comparator.naturalOrder()).forEach(this.ledger::lock);
		return booking(bookingId);
	}

}
