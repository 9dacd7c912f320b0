package ru.sosedi.partners;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.shared.HomeZone;

/**
 * Reminds coordinators and the party's own people 30 and 7 days before the last authority
 * to speak for it ends. Runs on every node: whoever writes the row of a reminder writes
 * its letters. A moved end is reminded of anew.
 */
@Component
class AuthorityReminders {

	/** An authority that ends, and what is to be told of it. */
	record Ending(UUID representationId, UUID partyId, String name, LocalDate validUntil) {

	}

	private static final int AT_ONCE = 200;

	// Where a later authority is recorded there is nothing to remind of.
	private static final String CLAIM = """
			with claimed as (
				insert into representation_reminder (representation_id, valid_until, days)
				select r.id, r.valid_until, d.days
				from representation r
				join (values (30, 8), (7, 0)) as d (days, least_left)
					on r.valid_until - cast(:today as date) between d.least_left and d.days
				where not exists (select from representation later
					where later.party_id = r.party_id and later.id <> r.id
						and (later.valid_until is null or later.valid_until > r.valid_until))
				order by r.valid_until
				limit :most
				on conflict do nothing
				returning representation_id, valid_until
			)
			select c.representation_id, r.party_id, r.name, c.valid_until
			from claimed c join representation r on r.id = c.representation_id
			""";

	private final PartnerMails mails;

	private final JdbcClient jdbc;

	private final HomeZone home;

	private final Clock clock;

	AuthorityReminders(PartnerMails mails, JdbcClient jdbc, HomeZone home, Clock clock) {
		this.mails = mails;
		this.jdbc = jdbc;
		this.home = home;
		this.clock = clock;
	}

	@Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT2M")
	@Transactional
	void send() {
		List<Ending> endings = this.jdbc.sql(CLAIM)
			.param("today", LocalDate.ofInstant(this.clock.instant(), this.home.homeZone()))
			.param("most", AT_ONCE)
			.query(Ending.class)
			.list();
		endings.forEach(this.mails::authorityEnds);
	}

}
