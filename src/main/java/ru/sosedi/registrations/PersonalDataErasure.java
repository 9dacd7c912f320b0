package ru.sosedi.registrations;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import ru.sosedi.accounts.Actor;
import ru.sosedi.notifications.Notifications;
import ru.sosedi.shared.Email;
import ru.sosedi.shared.Ids;

/**
 * Erases names, contacts, answers, children's names and ages, and the letters; how many
 * seats there were, of which age and how it ended stays ({@code docs/adr/0064}). Each
 * erasure leaves an act with the list of what was erased, without what it was (152-FZ,
 * art. 21; order 179 of Roskomnadzor of 28.10.2022).
 */
@Service
public class PersonalDataErasure {

	private static final Logger log = LoggerFactory.getLogger(PersonalDataErasure.class);

	private static final int AT_ONCE = 500;

	private static final String LETTERS = "registrations.";

	private final RegistrationRepository registrations;

	private final SeatsLedger ledger;

	private final WaitingList waitingList;

	private final RegistrationSettingsService settings;

	private final Notifications notifications;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final Clock clock;

	PersonalDataErasure(RegistrationRepository registrations, SeatsLedger ledger, WaitingList waitingList,
			RegistrationSettingsService settings, Notifications notifications, JdbcClient jdbc,
			TransactionTemplate transaction, Clock clock) {
		this.registrations = registrations;
		this.ledger = ledger;
		this.waitingList = waitingList;
		this.settings = settings;
		this.notifications = notifications;
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.clock = clock;
	}

	/**
	 * Everything about the person of a booking, by the same contact; what is to come is
	 * given back.
	 * @return the erasure's id; {@code null} when there was nothing
	 */
	@Transactional
	public UUID eraseAll(UUID bookingId) {
		return erase(this.jdbc.sql("""
				select distinct r.id from registration r
				join registration one on one.booking_id = :booking and one.erased_at is null
				where r.erased_at is null and r.state <> 'HELD' and (r.booking_id = :booking or r.email = one.email
					or (one.email is null and r.phone = one.phone))
				""").param("booking", bookingId).query(UUID.class).list(), ErasureReason.REQUEST, null);
	}

	/** One booking, whose person took her consent back. */
	@Transactional
	public UUID eraseBooking(UUID bookingId) {
		return erase(this.jdbc
			.sql("select id from registration where booking_id = ? and erased_at is null and state <> 'HELD'")
			.param(bookingId)
			.query(UUID.class)
			.list(), ErasureReason.WITHDRAWAL, null);
	}

	/**
	 * Everything about whoever has that contact and asked for it at the library.
	 * @param contact an e-mail address or a phone number as it is kept
	 * @return the erasure's id; {@code null} when there was nothing
	 */
	@Transactional
	public UUID eraseContact(Actor actor, String contact) {
		return erase(ofContact(contact), ErasureReason.REQUEST, actor);
	}

	/** How many sign-ups have that contact. */
	@Transactional(readOnly = true)
	public int countOf(String contact) {
		return ofContact(contact).size();
	}

	private List<UUID> ofContact(String contact) {
		return this.jdbc.sql("""
				select id from registration where erased_at is null and state <> 'HELD'
				and (email = :contact or phone = :contact) limit 2000
				""").param("contact", contact).query(UUID.class).list();
	}

	/** What the settings no longer allow to be kept, in portions; on every node. */
	@Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT2M")
	void sweep() {
		int erased;
		do {
			erased = Objects.requireNonNull(this.transaction.execute((_) -> sweepPortion()));
		}
		while (erased == AT_ONCE);
	}

	// one node at a time: what two dates of a booking share must not be left to each
	// other
	private int sweepPortion() {
		if (!this.jdbc.sql("select pg_try_advisory_xact_lock(hashtext('registrations.erasure'))")
			.query(Boolean.class)
			.single()) {
			return 0;
		}
		Instant before = this.clock.instant().minus(Duration.ofDays(this.settings.current().keepDays()));
		List<UUID> due = this.jdbc.sql("""
				select r.id from registration r join occurrence o on o.id = r.occurrence_id
				where r.erased_at is null and r.state <> 'HELD' and o.ends_at < :before
				order by r.id limit :most for update of r
				""").param("before", SeatsLedger.utc(before)).param("most", AT_ONCE).query(UUID.class).list();
		if (!due.isEmpty()) {
			UUID act = erase(due, ErasureReason.RETENTION, null);
			log.info("Personal data of {} sign-ups erased after its time, act {}", due.size(), act);
		}
		return due.size();
	}

	private UUID erase(Collection<UUID> ids, ErasureReason reason, Actor actor) {
		if (ids.isEmpty()) {
			return null;
		}
		Instant now = this.clock.instant();
		UUID[] those = ids.toArray(UUID[]::new);
		if (reason != ErasureReason.RETENTION) {
			giveBack(those, now);
		}
		UUID erasure = Ids.next();
		List<String> emails = this.jdbc
			.sql("select distinct email from registration where id = any(?) and email is not null")
			.param(those)
			.query(String.class)
			.list();
		this.jdbc.sql("""
				insert into erasure (id, at, reason, actor_id, actor_name, registrations, letters)
				values (:id, :at, :reason, :actor, :name, 0, 0)
				""")
			.param("id", erasure)
			.param("at", SeatsLedger.utc(now))
			.param("reason", reason.name())
			.param("actor", (actor == null) ? null : actor.accountId())
			.param("name", (actor == null) ? null : actor.name())
			.update();
		int registered = writeDown(erasure, those);
		wipe(those, now);
		int letters = this.notifications.forget(List.of(those));
		if (reason == ErasureReason.REQUEST) {
			for (String email : emails) {
				letters += this.notifications.forget(new Email(email), LETTERS);
			}
		}
		this.jdbc.sql("update erasure set registrations = ?, letters = ? where id = ?")
			.params(registered, letters, erasure)
			.update();
		return erasure;
	}

	/** Seats of dates to come go to those who wait. */
	private void giveBack(UUID[] those, Instant now) {
		List<UUID> dates = this.jdbc.sql("""
				select distinct r.occurrence_id from registration r join occurrence o on o.id = r.occurrence_id
				where r.id = any(:those) and o.starts_at > :now
				and r.state in ('UNCONFIRMED', 'REQUESTED', 'CONFIRMED', 'WAITING', 'OFFERED')
				order by r.occurrence_id
				""").param("those", those).param("now", SeatsLedger.utc(now)).query(UUID.class).list();
		dates.forEach(this.ledger::lock);
		List<UUID> freed = new ArrayList<>();
		for (Registration one : this.registrations.findAllById(List.of(those))) {
			if (one.state().isLive() && dates.contains(one.occurrenceId())) {
				one.cancel(null, now);
				freed.add(one.occurrenceId());
			}
		}
		this.registrations.flush();
		freed.stream().distinct().sorted().forEach(this.waitingList::fill);
	}

	private int writeDown(UUID erasure, UUID[] those) {
		return this.jdbc
			.sql("""
					insert into erasure_record (erasure_id, registration_id, booking_id, occurrence_id, fields)
					select :erasure, r.id, r.booking_id, r.occurrence_id, array_remove(array[
						case when r.name is not null then 'name' end, case when r.email is not null then 'email' end,
						case when r.phone is not null then 'phone' end,
						case when exists (select from participant p where p.booking_id = r.booking_id and p.name is not null)
							then 'children' end,
						case when exists (select from registration_answer a where a.booking_id = r.booking_id) then 'answers' end,
						case when exists (select from consent c where c.booking_id = r.booking_id
							and c.network_address is not null) then 'networkAddress' end], null)
					from registration r where r.id = any(:those) and r.erased_at is null
					""")
			.param("erasure", erasure)
			.param("those", those)
			.update();
	}

	// What a booking holds for all its dates goes with the last of them.
	private void wipe(UUID[] those, Instant now) {
		this.jdbc.sql("""
				update registration set name = null, email = null, phone = null, reason = null, erased_at = :now,
					version = version + 1
				where id = any(:those) and erased_at is null
				""").param("now", SeatsLedger.utc(now)).param("those", those).update();
		String over = """
				 where booking_id in (select r.booking_id from registration r where r.id = any(:those))
				and not exists (select from registration k where k.booking_id = %s.booking_id and k.erased_at is null)""";
		this.jdbc.sql("update participant set name = null, age = null" + over.formatted("participant"))
			.param("those", those)
			.update();
		this.jdbc.sql("delete from registration_answer" + over.formatted("registration_answer"))
			.param("those", those)
			.update();
		this.jdbc.sql("update consent set network_address = null" + over.formatted("consent"))
			.param("those", those)
			.update();
	}

}
