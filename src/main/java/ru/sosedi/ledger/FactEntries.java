package ru.sosedi.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.accounts.Actor;
import ru.sosedi.agreements.AgreementTrail;
import ru.sosedi.agreements.Agreements;
import ru.sosedi.shared.Ids;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.RefusedException;

/**
 * Facts that people write down, with their evidence: who leads or signs for the party
 * that owes, a librarian of the centres where it is done, a coordinator.
 */
@Service
@Transactional(readOnly = true)
public class FactEntries {

	/** The most facts of one promise that people may write down. */
	public static final int MOST = 2000;

	private final JdbcClient jdbc;

	private final LedgerAccess access;

	private final Agreements agreements;

	private final AgreementTrail trail;

	private final Clock clock;

	FactEntries(JdbcClient jdbc, LedgerAccess access, Agreements agreements, AgreementTrail trail, Clock clock) {
		this.jdbc = jdbc;
		this.access = access;
		this.agreements = agreements;
		this.trail = trail;
		this.clock = clock;
	}

	/** Whether this person may write facts of the promise down. */
	public boolean mayRecord(Actor actor, UUID commitmentId) {
		LedgerAccess.Promise promise = this.access.visible(actor, commitmentId);
		return !promise.archived() && may(actor, promise);
	}

	private static boolean may(Actor actor, LedgerAccess.Promise promise) {
		return LedgerAccess.keeps(actor) || actor.parties().contains(promise.byParty()) || promise.atOwnLibraries();
	}

	// whose word it is, so that the other side answers
	private static UUID side(Actor actor, LedgerAccess.Promise promise) {
		if (LedgerAccess.keeps(actor)) {
			return null;
		}
		return actor.parties().contains(promise.byParty()) ? promise.byParty() : promise.ownSystem();
	}

	/**
	 * @param evidence may be {@code null} when there is a link
	 * @return the id of the fact; it counts once the other side has confirmed it
	 * @throws NotFoundException when this person may not write facts of it down
	 * @throws RefusedException at the field that cannot be so
	 */
	@Transactional
	public UUID record(Actor actor, UUID commitmentId, FactDetails details, Evidence evidence) {
		LedgerAccess.Promise promise = this.access.acting(actor, commitmentId);
		if (!may(actor, promise)) {
			throw new NotFoundException("commitment " + commitmentId);
		}
		require(promise, details);
		if (evidence == null && details.link() == null) {
			throw new RefusedException("file", "ledger.fact.evidence.missing");
		}
		UUID id = Ids.next();
		this.jdbc.sql("""
				insert into commitment_fact (id, commitment_id, amount, done_on, centre_id, source, words, link,
					recorded_at, recorded_by, recorded_by_name, for_party)
				values (:id, :commitment, :amount, :day, cast(:centre as uuid), 'ENTRY', :words, cast(:link as text),
					:now, :by, :name, cast(:side as uuid))
				""")
			.param("id", id)
			.param("commitment", commitmentId)
			.param("amount", details.amount())
			.param("day", details.day())
			.param("centre", details.centreId())
			.param("words", details.words())
			.param("link", details.link())
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("by", actor.accountId())
			.param("name", actor.name())
			.param("side", side(actor, promise))
			.update();
		if (evidence != null) {
			this.jdbc.sql("insert into fact_evidence (fact_id, name, kind, content) values (?, ?, ?, ?)")
				.params(id, evidence.name(), evidence.kind(), evidence.content())
				.update();
		}
		this.trail.record(actor, promise.agreementId(), promise.agreementName(), "ledger.fact.recorded",
				Map.of("commitment", commitmentId.toString(), "fact", id.toString(), "amount",
						details.amount().toPlainString(), "day", details.day().toString(), "words", details.words()));
		return id;
	}

	private void require(LedgerAccess.Promise promise, FactDetails details) {
		LocalDate today = this.agreements.today();
		if (promise.archived()) {
			throw new RefusedException(null, "ledger.fact.archived");
		}
		if (details.day().isAfter(today)) {
			throw new RefusedException("day", "ledger.fact.day.future");
		}
		if (!promise.bindsOn(details.day())) {
			throw new RefusedException("day", "ledger.fact.day.outside");
		}
		if (details.centreId() != null && !centreFits(promise.id(), details.centreId())) {
			throw new RefusedException("centreId", "ledger.fact.centre.foreign");
		}
		int written = this.jdbc.sql("select count(*) from commitment_fact where commitment_id = ? and source = 'ENTRY'")
			.param(promise.id())
			.query(Integer.class)
			.single();
		if (written >= MOST) {
			throw new RefusedException(null, "ledger.fact.many", MOST);
		}
	}

	private boolean centreFits(UUID commitmentId, UUID centreId) {
		return this.access.centres(commitmentId).containsKey(centreId);
	}

	/** The centres where the promise is fulfilled, with their names, in their order. */
	public Map<UUID, String> centres(Actor actor, UUID commitmentId) {
		return this.access.centres(this.access.visible(actor, commitmentId).id());
	}

}
