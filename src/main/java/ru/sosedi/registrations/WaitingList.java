package ru.sosedi.registrations;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who comes next. A freed seat is offered to the first group of the list that it can hold
 * whole; a group is never split, and one that does not fit is passed over without losing
 * its turn. Seats whose time has run out go on to the next.
 */
@Service
public class WaitingList {

	private static final int MOST_DATES_AT_ONCE = 200;

	private final RegistrationRepository registrations;

	private final SeatsLedger ledger;

	private final RegistrationMails mails;

	private final RegistrationSettingsService settings;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final Clock clock;

	WaitingList(RegistrationRepository registrations, SeatsLedger ledger, RegistrationMails mails,
			RegistrationSettingsService settings, JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
		this.registrations = registrations;
		this.ledger = ledger;
		this.mails = mails;
		this.settings = settings;
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.clock = clock;
	}

	/** Its place in the list, from 1; 0 for one that does not wait. */
	@Transactional(readOnly = true)
	public int placeOf(Registration registration) {
		if (registration.state() != RegistrationState.WAITING) {
			return 0;
		}
		return this.jdbc.sql("""
				select count(*) from registration
				where occurrence_id = :occurrence and state = 'WAITING' and queue_number <= :number
				""")
			.param("occurrence", registration.occurrenceId())
			.param("number", registration.queueNumber())
			.query(Integer.class)
			.single();
	}

	/**
	 * Offers what is free to those who wait. Called by whoever frees seats, in the same
	 * transaction: no moment lies between in which somebody else could take them.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void fill(UUID occurrenceId) {
		this.registrations.flush();
		Seats seats = this.ledger.lock(occurrenceId);
		Instant now = this.clock.instant();
		if (!seats.signsUp() || seats.waiting() == 0 || !now.isBefore(seats.closesAt())) {
			return;
		}
		int left = seats.left();
		Instant until = null;
		Optional<Registration> next = next(occurrenceId, left);
		while (next.isPresent()) {
			Registration group = next.get();
			until = (until == null) ? deadline(occurrenceId, now, seats.closesAt()) : until;
			left -= group.seats();
			group.offer(until, null, now);
			this.mails.send(RegistrationMails.OFFER, group);
			this.registrations.flush();
			next = next(occurrenceId, left);
		}
	}

	/** The first of the line that is small enough. */
	private Optional<Registration> next(UUID occurrenceId, int left) {
		return (left == 0) ? Optional.empty()
				: this.registrations.findFirstByOccurrenceIdAndStateAndSeatsLessThanEqualOrderByQueueNumber(
						occurrenceId, RegistrationState.WAITING, left);
	}

	Instant deadline(UUID occurrenceId, Instant now, Instant closesAt) {
		ZoneId zone = ZoneId.of(this.jdbc.sql("select time_zone from occurrence where id = ?")
			.param(occurrenceId)
			.query(String.class)
			.single());
		return OfferDeadline.of(now, zone, this.settings.current(), closesAt);
	}

	/**
	 * Frees the seats of one date whose time has run out, and offers them to those who
	 * wait.
	 * @return whether there were any
	 */
	public boolean sweep(UUID occurrenceId) {
		return Boolean.TRUE.equals(this.transaction.execute((_) -> {
			this.ledger.lock(occurrenceId);
			Instant now = this.clock.instant();
			int forms = this.jdbc
				.sql("delete from registration where occurrence_id = :id and state = 'HELD' and expires_at <= :now")
				.param("id", occurrenceId)
				.param("now", SeatsLedger.utc(now))
				.update();
			int others = this.jdbc
				.sql("""
						update registration set state = 'LAPSED', expires_at = null, changed_at = :now, version = version + 1
						where occurrence_id = :id and state in ('UNCONFIRMED', 'OFFERED') and expires_at <= :now
						""")
				.param("id", occurrenceId)
				.param("now", SeatsLedger.utc(now))
				.update();
			if (forms + others > 0) {
				fill(occurrenceId);
			}
			return forms + others > 0;
		}));
	}

	/** On every node; the lock on the seats lets one do it. */
	@Scheduled(fixedDelayString = "PT1S", initialDelayString = "PT3S")
	void sweepAll() {
		this.jdbc.sql("""
				select distinct d.occurrence_id from (
					select occurrence_id from registration where expires_at <= :now order by expires_at limit 2000) d
				limit :most
				""")
			.param("now", SeatsLedger.utc(this.clock.instant()))
			.param("most", MOST_DATES_AT_ONCE)
			.query(UUID.class)
			.list()
			.forEach(this::sweep);
	}

}
