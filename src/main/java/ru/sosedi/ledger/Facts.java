package ru.sosedi.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.accounts.Actor;
import ru.sosedi.agreements.AgreementTrail;
import ru.sosedi.shared.Ids;
import ru.sosedi.shared.NotFoundException;

/**
 * Facts that come from the programme: an event that was held settles its part by itself.
 */
@Service
@Transactional(readOnly = true)
public class Facts {

	private static final BigDecimal MOST = new BigDecimal("99999");

	private final JdbcClient jdbc;

	private final LedgerAccess access;

	private final AgreementTrail trail;

	private final Clock clock;

	Facts(JdbcClient jdbc, LedgerAccess access, AgreementTrail trail, Clock clock) {
		this.jdbc = jdbc;
		this.access = access;
		this.trail = trail;
		this.clock = clock;
	}

	/**
	 * Counts a closed date towards a commitment, once: the same date again changes its
	 * fact, and brings back one that {@link #withdrawEvent} took away. Whoever closes the
	 * date may do so; that is asked before.
	 * @param amount in the unit of the commitment's kind, above zero; rounded to one
	 * decimal
	 * @param centreId may be {@code null}
	 * @return whether it counts: {@code false} and nothing is kept when the promise did
	 * not bind on that day, or a person withdrew this fact
	 * @throws NotFoundException when there is no such commitment
	 * @throws IllegalArgumentException when the amount is not above zero
	 */
	@Transactional
	public boolean settleByEvent(UUID commitmentId, UUID occurrenceId, BigDecimal amount, LocalDate day, UUID centreId,
			Actor actor) {
		BigDecimal rounded = amount.setScale(1, RoundingMode.HALF_UP).min(MOST);
		if (rounded.signum() <= 0) {
			throw new IllegalArgumentException("nothing was done: " + amount);
		}
		LedgerAccess.Promise promise = this.access.locked(commitmentId);
		boolean withdrawn = this.jdbc.sql("""
				select exists (select from commitment_fact f join fact_withdrawal w on w.fact_id = f.id
					where f.commitment_id = ? and f.occurrence_id = ? and not w.by_event)
				""").params(commitmentId, occurrenceId).query(Boolean.class).single();
		if (withdrawn || !promise.bindsOn(day)) {
			return false;
		}
		int changed = this.jdbc
			.sql("""
					insert into commitment_fact as f (id, commitment_id, amount, done_on, centre_id, source, occurrence_id,
						recorded_at, recorded_by, recorded_by_name)
					values (:id, :commitment, :amount, :day, cast(:centre as uuid), 'EVENT', :occurrence, :now, :by, :name)
					on conflict (commitment_id, occurrence_id) do update
					set amount = :amount, done_on = :day, centre_id = cast(:centre as uuid)
					where (f.amount, f.done_on) <> (:amount, cast(:day as date)) or f.centre_id is distinct from cast(:centre as uuid)
					""")
			.param("id", Ids.next())
			.param("commitment", commitmentId)
			.param("amount", rounded)
			.param("day", day)
			.param("centre", centreId)
			.param("occurrence", occurrenceId)
			.param("now", now())
			.param("by", actor.accountId())
			.param("name", actor.name())
			.update();
		changed += this.jdbc.sql("""
				delete from fact_withdrawal w using commitment_fact f where f.id = w.fact_id and w.by_event
				and f.commitment_id = ? and f.occurrence_id = ?
				""").params(commitmentId, occurrenceId).update();
		if (changed > 0) {
			this.trail.record(actor, promise.agreementId(), promise.agreementName(), "ledger.fact.settled",
					Map.of("commitment", commitmentId.toString(), "occurrence", occurrenceId.toString(), "amount",
							rounded.toPlainString(), "day", day.toString()));
		}
		return true;
	}

	/**
	 * The date does not count any more towards the commitment: it was opened again, or
	 * covers another promise. Nothing happens when it did not count.
	 * @throws NotFoundException when there is no such commitment
	 */
	@Transactional
	public void withdrawEvent(UUID commitmentId, UUID occurrenceId, Actor actor) {
		LedgerAccess.Promise promise = this.access.locked(commitmentId);
		int withdrawn = this.jdbc.sql("""
				insert into fact_withdrawal (fact_id, at, by_account, by_name, by_event)
				select f.id, :now, :by, :name, true from commitment_fact f
				where f.commitment_id = :commitment and f.occurrence_id = :occurrence
				on conflict do nothing
				""")
			.param("now", now())
			.param("by", actor.accountId())
			.param("name", actor.name())
			.param("commitment", commitmentId)
			.param("occurrence", occurrenceId)
			.update();
		if (withdrawn > 0) {
			this.trail.record(actor, promise.agreementId(), promise.agreementName(), "ledger.fact.withdrawn",
					Map.of("commitment", commitmentId.toString(), "occurrence", occurrenceId.toString()));
		}
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

}
