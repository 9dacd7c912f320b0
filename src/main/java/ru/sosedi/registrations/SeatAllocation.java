package ru.sosedi.registrations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import ru.sosedi.shared.Ids;

/**
 * Gives seats away. Taking them is one statement: it locks the seats of the date, looks
 * whether the group fits, and writes the sign-up, the consents and the letter, or nothing
 * at all. The check is repeated by the database on the newest row once the lock is there
 * ({@code docs/adr/0062}).
 */
@Service
public class SeatAllocation {

	private final SignUpStatement statement;

	private final SeatsLedger ledger;

	private final WaitingList waitingList;

	private final RegistrationMails mails;

	private final RegistrationRepository registrations;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final Clock clock;

	SeatAllocation(SignUpStatement statement, SeatsLedger ledger, WaitingList waitingList, RegistrationMails mails,
			RegistrationRepository registrations, JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
		this.statement = statement;
		this.ledger = ledger;
		this.waitingList = waitingList;
		this.mails = mails;
		this.registrations = registrations;
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.clock = clock;
	}

	/** The seats of a date as they are now; empty for a date that was never published. */
	public Optional<Seats> seats(UUID occurrenceId) {
		return this.ledger.find(occurrenceId);
	}

	/** The same of several dates, by their ids, in one statement. */
	public Map<UUID, Seats> seats(Collection<UUID> occurrenceIds) {
		return this.ledger.find(occurrenceIds)
			.stream()
			.collect(Collectors.toMap(Seats::occurrenceId, Function.identity()));
	}

	/**
	 * Keeps seats for somebody who begins to fill in the form.
	 * @return {@code null} when there are not enough, or sign-up is closed
	 */
	public SeatHold hold(UUID occurrenceId, int seats) {
		SeatHold hold = tryToHold(occurrenceId, seats);
		if (hold == null && this.waitingList.sweep(occurrenceId)) {
			hold = tryToHold(occurrenceId, seats);
		}
		return hold;
	}

	private SeatHold tryToHold(UUID occurrenceId, int seats) {
		UUID id = Ids.next();
		return this.jdbc.sql("""
				with seat as (
					select s.occurrence_id from seats s
					where s.occurrence_id = :occurrence and s.signs_up and (s.opens_at is null or s.opens_at <= :now)
						and s.closes_at > :now and :seats between 1 and s.largest_group
						and (s.capacity is null or s.taken + :seats <= s.capacity)
					for update
				)
				insert into registration (id, booking_id, occurrence_id, state, seats, language, source, created_at,
					changed_at, expires_at)
				select :id, :id, seat.occurrence_id, 'HELD', :seats, 'ru', 'SELF', :now, :now,
					:now + (select hold_minutes * interval '1 minute' from registration_settings)
				from seat
				returning id, occurrence_id, seats, expires_at, extended
				""")
			.param("id", id)
			.param("occurrence", occurrenceId)
			.param("seats", seats)
			.param("now", SeatsLedger.utc(this.clock.instant()))
			.query(SeatAllocation::hold)
			.optional()
			.orElse(null);
	}

	/** Seats that are still kept for an open form. */
	public Optional<SeatHold> hold(UUID holdId) {
		return this.jdbc.sql("""
				select id, occurrence_id, seats, expires_at, extended from registration
				where id = :id and state = 'HELD' and expires_at > :now
				""")
			.param("id", holdId)
			.param("now", SeatsLedger.utc(this.clock.instant()))
			.query(SeatAllocation::hold)
			.optional();
	}

	/** Gives the form its time once more, once; whether it did. */
	public boolean extend(UUID holdId) {
		return this.jdbc.sql("""
				update registration set extended = true,
					expires_at = :now + (select hold_minutes * interval '1 minute' from registration_settings)
				where id = :id and state = 'HELD' and expires_at > :now and not extended
				""").param("id", holdId).param("now", SeatsLedger.utc(this.clock.instant())).update() > 0;
	}

	/** The form is left: its seats are anybody's. */
	public void release(UUID holdId) {
		this.transaction.executeWithoutResult((_) -> occurrenceOf(holdId).ifPresent((occurrence) -> {
			this.ledger.lock(occurrence);
			this.jdbc.sql("delete from registration where id = ? and state = 'HELD'").param(holdId).update();
			this.waitingList.fill(occurrence);
		}));
	}

	private Optional<UUID> occurrenceOf(UUID holdId) {
		return this.jdbc.sql("select occurrence_id from registration where id = ? and state = 'HELD'")
			.param(holdId)
			.query(UUID.class)
			.optional();
	}

	private static SeatHold hold(ResultSet row, int number) throws SQLException {
		return new SeatHold(row.getObject("id", UUID.class), row.getObject("occurrence_id", UUID.class),
				row.getInt("seats"), SeatsLedger.instant(row, "expires_at"), row.getBoolean("extended"));
	}

	/**
	 * Signs a person up for a date, or for all dates of a series or none.
	 * @param holdId the seats that were kept for the form, or {@code null}; when they are
	 * gone, others are taken if there are any
	 */
	public SignedUp signUp(SignUp signUp, UUID holdId, Signer signer) {
		SignedUp outcome = (signUp.occurrenceIds().size() > 1) ? takeAll(signUp, signer) : take(signUp, holdId, signer);
		if (outcome instanceof SignedUp.Refused refused && refused.reason() == SignedUp.Reason.TWICE) {
			tellAgain(signUp);
		}
		return outcome;
	}

	private SignedUp take(SignUp signUp, UUID holdId, Signer signer) {
		UUID occurrence = signUp.occurrenceIds().getFirst();
		try {
			Optional<SignedUp> done = (holdId == null) ? Optional.empty()
					: this.statement.convert(holdId, occurrence, signUp, signer);
			done = done.or(() -> this.statement.take(Ids.next(), occurrence, signUp, signer, true));
			if (done.isEmpty() && this.waitingList.sweep(occurrence)) {
				done = this.statement.take(Ids.next(), occurrence, signUp, signer, true);
			}
			// what stood in the way may be gone by now: then the next try is the last
			return done.or(() -> Optional.ofNullable(whyNot(occurrence, signUp, signer)))
				.or(() -> this.statement.take(Ids.next(), occurrence, signUp, signer, true))
				.orElseGet(() -> refused(SignedUp.Reason.FULL, occurrence));
		}
		catch (DuplicateKeyException ex) {
			return refused(SignedUp.Reason.TWICE, occurrence);
		}
	}

	private SignedUp takeAll(SignUp signUp, Signer signer) {
		return this.transaction.execute((status) -> {
			UUID booking = Ids.next();
			// all locks first, in the order of the ids: two people with the same dates
			// cannot wait for each other
			signUp.occurrenceIds().forEach(this.ledger::lock);
			List<SignedUp> taken = new ArrayList<>();
			for (UUID occurrence : signUp.occurrenceIds()) {
				Optional<SignedUp> done = this.statement.take(booking, occurrence, signUp, signer, taken.isEmpty());
				if (done.isEmpty()) {
					status.setRollbackOnly();
					SignedUp why = whyNot(occurrence, signUp, signer);
					return (why != null) ? why : refused(SignedUp.Reason.FULL, occurrence);
				}
				taken.add(done.get());
			}
			return taken.getFirst();
		});
	}

	/**
	 * Puts a group that did not find seats on the waiting list; if there are seats by
	 * now, it gets them.
	 */
	public SignedUp await(SignUp signUp, Signer signer) {
		UUID occurrence = signUp.occurrenceIds().getFirst();
		Optional<SignedUp> done = this.statement.await(Ids.next(), occurrence, signUp, signer);
		if (done.isPresent()) {
			return done.get();
		}
		SignedUp why = whyNot(occurrence, signUp, signer);
		if (why == null) {
			return signUp(signUp, null, signer);
		}
		if (why instanceof SignedUp.Refused refused && refused.reason() == SignedUp.Reason.TWICE) {
			tellAgain(signUp);
		}
		return why;
	}

	/** {@code null} when nothing stands in the way any more. */
	private SignedUp whyNot(UUID occurrence, SignUp signUp, Signer signer) {
		Seats seats = this.ledger.find(occurrence).orElse(null);
		Instant now = this.clock.instant();
		if (seats == null || !seats.signsUp()) {
			return refused(SignedUp.Reason.NO_SIGN_UP, occurrence);
		}
		if (!signer.isAtDesk()) {
			if (!seats.hasOpened(now)) {
				return refused(SignedUp.Reason.NOT_YET, occurrence);
			}
			if (!now.isBefore(seats.closesAt())) {
				return refused(SignedUp.Reason.CLOSED, occurrence);
			}
			if (signUp.seats() > seats.largestGroup()) {
				return refused(SignedUp.Reason.GROUP_TOO_LARGE, occurrence);
			}
		}
		if (!live(occurrence, signUp).isEmpty()) {
			return refused(SignedUp.Reason.TWICE, occurrence);
		}
		if (seats.left() >= signUp.seats()) {
			return null;
		}
		boolean mayWait = seats.takesWaiting() && seats.couldHold(signUp.seats());
		return new SignedUp.Refused(mayWait ? SignedUp.Reason.FULL : SignedUp.Reason.FULL_FOR_GOOD, occurrence,
				seats.left(), seats.waiting());
	}

	private static SignedUp refused(SignedUp.Reason reason, UUID occurrence) {
		return new SignedUp.Refused(reason, occurrence, 0, 0);
	}

	private List<UUID> live(UUID occurrence, SignUp signUp) {
		return this.jdbc.sql("""
				select id from registration
				where occurrence_id = :occurrence and (email = :email or phone = :phone)
				and state in ('UNCONFIRMED', 'REQUESTED', 'CONFIRMED', 'WAITING', 'OFFERED')
				""")
			.param("occurrence", occurrence)
			.param("email", (signUp.email() == null) ? null : signUp.email().value())
			.param("phone", (signUp.phone() == null) ? null : signUp.phone().value())
			.query(UUID.class)
			.list();
	}

	private void tellAgain(SignUp signUp) {
		this.transaction.executeWithoutResult((_) -> signUp.occurrenceIds()
			.stream()
			.flatMap((occurrence) -> live(occurrence, signUp).stream())
			.limit(1)
			.flatMap((id) -> this.registrations.findById(id).stream())
			.filter((there) -> there.email() != null && there.email().equals(signUp.email()))
			.forEach((there) -> this.mails.again(there, this.clock.instant())));
	}

}
