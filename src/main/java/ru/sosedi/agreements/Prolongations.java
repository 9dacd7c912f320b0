package ru.sosedi.agreements;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import ru.sosedi.accounts.Actor;
import ru.sosedi.shared.Ids;

/**
 * Moves the ends of agreements: by their own clause on the last day, when nobody gave
 * notice, and by an amendment on the day on which it comes into force. May run on every
 * node, and any number of times.
 */
@Service
public class Prolongations {

	private static final Logger log = LoggerFactory.getLogger(Prolongations.class);

	private static final int AT_ONCE = 100;

	private final JdbcClient jdbc;

	private final Agreements agreements;

	private final AgreementTrail trail;

	private final TransactionTemplate transaction;

	private final Clock clock;

	Prolongations(JdbcClient jdbc, Agreements agreements, AgreementTrail trail, PlatformTransactionManager transactions,
			Clock clock) {
		this.jdbc = jdbc;
		this.agreements = agreements;
		this.trail = trail;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	/** Every hour: what comes due at midnight, or came due while the portal was away. */
	@Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1M")
	public void run() {
		int moved = 0;
		for (UUID amendment : amendmentsDue()) {
			moved += Boolean.TRUE.equals(this.transaction.execute((_) -> byAmendment(amendment))) ? 1 : 0;
		}
		for (UUID agreement : agreementsDue()) {
			moved += Boolean.TRUE.equals(this.transaction.execute((_) -> byItself(agreement))) ? 1 : 0;
		}
		if (moved > 0) {
			log.info("{} agreements were prolonged", moved);
		}
	}

	private List<UUID> agreementsDue() {
		return this.jdbc
			.sql("""
					select a.id from agreement a join agreement_standing s on s.id = a.id
					where a.prolongation = 'AUTOMATIC' and s.in_force_from <= :today and s.last_day <= :today
					and s.terminated_last_day is null and s.archived_at is null
					and not exists (select from prolongation_refusal r where r.agreement_id = a.id and r.ends_on = s.last_day)
					order by a.id limit :most
					""")
			.param("today", this.agreements.today())
			.param("most", AT_ONCE)
			.query(UUID.class)
			.list();
	}

	private List<UUID> amendmentsDue() {
		return this.jdbc.sql("""
				select a.id from agreement a join agreement_standing s on s.id = a.id
				join agreement_standing p on p.id = a.parent_id
				where a.kind = 'AMENDMENT' and a.new_parent_end is not null and s.in_force_from <= :today
				and s.archived_at is null and p.archived_at is null
				and (p.last_day is null or (p.last_day >= s.in_force_from and p.last_day < a.new_parent_end))
				and (p.terminated_last_day is null or p.terminated_last_day >= :today)
				and not exists (select from agreement_prolongation g where g.amendment_id = a.id)
				order by s.in_force_from, a.id limit :most
				""").param("today", this.agreements.today()).param("most", AT_ONCE).query(UUID.class).list();
	}

	private boolean byAmendment(UUID amendmentId) {
		Agreement amendment = this.agreements.forKeeping(Actor.portal(), amendmentId);
		Agreement parent = this.agreements.forKeeping(Actor.portal(), amendment.parentId());
		return prolong(parent, amendment.terms().newParentEnd(), amendmentId);
	}

	// asked again under the lock: somebody may have given notice, or moved it, in between
	private boolean byItself(UUID agreementId) {
		Agreement agreement = this.agreements.forKeeping(Actor.portal(), agreementId);
		LocalDate today = this.agreements.today();
		boolean moved = false;
		AgreementStanding standing = this.agreements.standing(agreementId);
		while (standing.movesByItself() && standing.terminatedLastDay() == null && standing.archivedAt() == null
				&& !standing.lastDay().isAfter(today)) {
			if (!prolong(agreement, next(agreement, standing.lastDay()), null)) {
				return moved;
			}
			moved = true;
			standing = this.agreements.standing(agreementId);
		}
		return moved;
	}

	/**
	 * The end after that one, counted from the end that was signed, so that the 31st
	 * stays the 31st where a month has it.
	 */
	private LocalDate next(Agreement agreement, LocalDate lastDay) {
		LocalDate signed = this.jdbc.sql("""
				select until from agreement_prolongation where agreement_id = ? and amendment_id is not null
				order by until desc limit 1
				""").param(agreement.id()).query(LocalDate.class).optional().orElse(agreement.terms().endsOn());
		LocalDate from = signed.isAfter(lastDay) ? lastDay : signed;
		int months = agreement.terms().prolongationMonths();
		LocalDate next = from.plusMonths(months);
		for (int times = 2; !next.isAfter(lastDay); times++) {
			next = from.plusMonths((long) months * times);
		}
		return next;
	}

	private boolean prolong(Agreement agreement, LocalDate until, UUID amendmentId) {
		int added = this.jdbc.sql("""
				insert into agreement_prolongation (id, agreement_id, until, amendment_id, at)
				values (:id, :agreement, :until, :amendment, :now) on conflict (agreement_id, until) do nothing
				""")
			.param("id", Ids.next())
			.param("agreement", agreement.id())
			.param("until", until)
			.param("amendment", amendmentId)
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.update();
		if (added > 0) {
			Map<String, String> facts = new TreeMap<>();
			facts.put("until", until.toString());
			facts.put("amendment", (amendmentId == null) ? "" : amendmentId.toString());
			this.trail.record(Actor.portal(), agreement.id(), agreement.name(), "agreements.prolongation.made", facts);
		}
		return added > 0;
	}

}
