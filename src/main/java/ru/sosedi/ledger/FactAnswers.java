package ru.sosedi.ledger;

import java.time.Clock;
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
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.TypedText;

/**
 * What the other side says about a fact. Whatever was said stays visible. All methods
 * throw {@link NotFoundException} when the actor may not see the fact or may not do this
 * with it, and return the promise that the fact belongs to.
 */
@Service
@Transactional(readOnly = true)
public class FactAnswers {

	private static final int LONGEST = 1000;

	private final JdbcClient jdbc;

	private final LedgerAccess access;

	private final AgreementTrail trail;

	private final Clock clock;

	FactAnswers(JdbcClient jdbc, LedgerAccess access, AgreementTrail trail, Clock clock) {
		this.jdbc = jdbc;
		this.access = access;
		this.trail = trail;
		this.clock = clock;
	}

	private record Found(LedgerAccess.Promise promise, FactStanding fact, Fact.Acts acts) {

	}

	/**
	 * It is so; an open dispute is answered by it. A fact that somebody confirmed already
	 * stays as it is.
	 */
	@Transactional
	public UUID confirm(Actor actor, UUID factId) {
		Found found = found(actor, factId);
		if (found.fact().confirmed() && !found.fact().withdrawn() && !found.fact().disputed()) {
			return found.promise().id();
		}
		boolean again = found.fact().confirmed() && found.acts().withdrawDispute();
		if (!found.acts().confirm() && !again) {
			throw new NotFoundException("fact " + factId);
		}
		this.jdbc.sql("""
				insert into fact_confirmation (fact_id, at, by_account, by_name, by_party)
				values (:fact, :now, :by, :name, cast(:party as uuid)) on conflict do nothing
				""")
			.param("fact", factId)
			.param("now", now())
			.param("by", actor.accountId())
			.param("name", actor.name())
			.param("party", side(actor, found.promise()))
			.update();
		answer(actor, factId, Fact.Answer.CONFIRMED);
		tell(actor, found, "ledger.fact.confirmed", "");
		return found.promise().id();
	}

	/**
	 * It is not so. The fact does not count while the dispute is open.
	 * @throws RefusedException at {@code reason} when there is none
	 */
	@Transactional
	public UUID dispute(Actor actor, UUID factId, String reason) {
		Found found = found(actor, factId);
		if (!found.acts().dispute()) {
			throw new NotFoundException("fact " + factId);
		}
		String words = reason(reason);
		this.jdbc.sql("""
				insert into fact_dispute (id, fact_id, reason, at, by_account, by_name, by_party)
				values (:id, :fact, :reason, :now, :by, :name, cast(:party as uuid))
				""")
			.param("id", Ids.next())
			.param("fact", factId)
			.param("reason", words)
			.param("now", now())
			.param("by", actor.accountId())
			.param("name", actor.name())
			.param("party", side(actor, found.promise()))
			.update();
		tell(actor, found, "ledger.fact.disputed", words);
		return found.promise().id();
	}

	/** Whoever said no takes it back. */
	@Transactional
	public UUID withdrawDispute(Actor actor, UUID factId) {
		Found found = found(actor, factId);
		if (!found.acts().withdrawDispute()) {
			throw new NotFoundException("fact " + factId);
		}
		answer(actor, factId, Fact.Answer.DISPUTE_WITHDRAWN);
		tell(actor, found, "ledger.dispute.withdrawn", "");
		return found.promise().id();
	}

	/**
	 * Whoever recorded it takes it back; an open dispute is answered by it.
	 * @throws RefusedException at {@code reason} when there is none
	 */
	@Transactional
	public UUID withdraw(Actor actor, UUID factId, String reason) {
		Found found = found(actor, factId);
		if (!found.acts().withdraw()) {
			throw new NotFoundException("fact " + factId);
		}
		String words = reason(reason);
		this.jdbc.sql("""
				insert into fact_withdrawal (fact_id, at, by_account, by_name, reason, by_event)
				values (?, ?, ?, ?, ?, false)
				""").params(factId, now(), actor.accountId(), actor.name(), words).update();
		answer(actor, factId, Fact.Answer.FACT_WITHDRAWN);
		tell(actor, found, "ledger.fact.withdrawn", words);
		return found.promise().id();
	}

	/** The promise of a fact that this person may see. */
	public UUID commitmentOf(Actor actor, UUID factId) {
		UUID commitment = commitment(factId);
		return this.access.visible(actor, commitment).id();
	}

	private UUID commitment(UUID factId) {
		return this.jdbc.sql("select commitment_id from commitment_fact where id = ?")
			.param(factId)
			.query(UUID.class)
			.optional()
			.orElseThrow(() -> new NotFoundException("fact " + factId));
	}

	private Found found(Actor actor, UUID factId) {
		LedgerAccess.Promise promise = this.access.acting(actor, commitment(factId));
		FactStanding fact = this.jdbc.sql("select " + FactStanding.COLUMNS + """
				from commitment_fact f left join fact_dispute od on od.fact_id = f.id and od.answer is null
				where f.id = ?
				""").param(factId).query((row, _) -> FactStanding.of(row)).single();
		return new Found(promise, fact, fact.acts(actor, promise));
	}

	private void answer(Actor actor, UUID factId, Fact.Answer answer) {
		this.jdbc.sql("""
				update fact_dispute set answer = ?, answered_at = ?, answered_by_name = ?
				where fact_id = ? and answer is null
				""").params(answer.name(), now(), actor.name(), factId).update();
	}

	private static UUID side(Actor actor, LedgerAccess.Promise promise) {
		return LedgerAccess.keeps(actor) ? null : promise.sideOf(actor);
	}

	private static String reason(String typed) {
		String words = TypedText.noLonger(TypedText.lines(typed), LONGEST, "reason");
		if (words.isEmpty()) {
			throw new RefusedException("reason", "ledger.fact.reason.missing");
		}
		return words;
	}

	private void tell(Actor actor, Found found, String action, String words) {
		this.trail.record(actor, found.promise().agreementId(), found.promise().agreementName(), action, Map
			.of("commitment", found.promise().id().toString(), "fact", found.fact().id().toString(), "words", words));
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

}
