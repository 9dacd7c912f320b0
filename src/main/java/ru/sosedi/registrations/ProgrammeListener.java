package ru.sosedi.registrations;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.programme.Event;
import ru.sosedi.programme.Occurrence;

/**
 * What happens to events happens to those who signed up for them, in the same
 * transaction: their seats follow, and they are told.
 */
@Component
class ProgrammeListener {

	private final SeatsUpkeep upkeep;

	private final SeatsLedger ledger;

	private final WaitingList waitingList;

	private final RegistrationRepository registrations;

	private final RegistrationMails mails;

	private final JdbcClient jdbc;

	private final Clock clock;

	ProgrammeListener(SeatsUpkeep upkeep, SeatsLedger ledger, WaitingList waitingList,
			RegistrationRepository registrations, RegistrationMails mails, JdbcClient jdbc, Clock clock) {
		this.upkeep = upkeep;
		this.ledger = ledger;
		this.waitingList = waitingList;
		this.registrations = registrations;
		this.mails = mails;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * The seats follow; where there is more room than before, those who wait are asked.
	 */
	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void on(Event.Changed changed) {
		this.upkeep.follow(changed.eventId());
		this.jdbc.sql("""
				select s.occurrence_id from seats s join occurrence o on o.id = s.occurrence_id
				where o.event_id = ? and s.waiting > 0 order by s.occurrence_id
				""").param(changed.eventId()).query(UUID.class).list().forEach(this.waitingList::fill);
	}

	/** A copy asks the same and on the same terms. */
	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void on(Event.Copied copied) {
		this.jdbc
			.sql("""
					insert into admission_policy (id, event_id, minimum, opens_days_before, closes_minutes_before, largest_group,
						waiting_list, waiting_most, moderated, asks_ages, booking, version)
					select gen_random_uuid(), :to, minimum, opens_days_before, closes_minutes_before, largest_group,
						waiting_list, waiting_most, moderated, asks_ages, booking, 0
					from admission_policy where event_id = :from and occurrence_id is null
					""")
			.param("from", copied.from())
			.param("to", copied.to())
			.update();
		this.jdbc.sql("""
				insert into admission_question (id, event_id, position, kind, words, choices, required)
				select gen_random_uuid(), :to, position, kind, words, choices, required
				from admission_question where event_id = :from
				""").param("from", copied.from()).param("to", copied.to()).update();
	}

	/** Everybody may stay or give the seats back. */
	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void on(Occurrence.Moved moved) {
		Map<String, String> before = new HashMap<>();
		before.put("startedAt", moved.startedAt().toString());
		before.put("endedAt", moved.endedAt().toString());
		if (moved.where() != null) {
			before.put("where", moved.where());
		}
		String sequence = this.jdbc.sql("select sequence from occurrence where id = ?")
			.param(moved.occurrenceId())
			.query(String.class)
			.single();
		for (Registration one : live(moved.occurrenceId())) {
			this.mails.send(RegistrationMails.CHANGED, one, one.id() + ":" + sequence, before);
		}
	}

	/** Nobody keeps a seat for what does not take place. */
	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void on(Occurrence.Cancelled cancelled) {
		Instant now = this.clock.instant();
		for (Registration one : live(cancelled.occurrenceId())) {
			one.cancel(cancelled.reason(), now);
			this.mails.send(RegistrationMails.CANCELLED, one);
		}
		this.registrations.flush();
		this.jdbc.sql("delete from registration where occurrence_id = ? and state = 'HELD'")
			.param(cancelled.occurrenceId())
			.update();
	}

	private List<Registration> live(UUID occurrenceId) {
		this.ledger.lock(occurrenceId);
		return this.registrations.findByOccurrenceIdAndStateInOrderById(occurrenceId, RegistrationState.LIVE);
	}

}
