package ru.sosedi.agreements;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.accounts.Actor;
import ru.sosedi.shared.Ids;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.StaleEditException;

/**
 * Writes what the sides promise, at clauses of the open version, by whoever holds the
 * pen.
 */
@Service
@Transactional(readOnly = true)
public class CommitmentWriting {

	private final JdbcClient jdbc;

	private final OpenText text;

	private final AgreementTrail trail;

	CommitmentWriting(JdbcClient jdbc, OpenText text, AgreementTrail trail) {
		this.jdbc = jdbc;
		this.text = text;
		this.trail = trail;
	}

	/**
	 * @throws RefusedException at the field that cannot be so
	 * @throws NotFoundException when the text has no such clause
	 */
	@Transactional
	public UUID add(Actor actor, UUID agreementId, UUID clauseKey, CommitmentDetails details) {
		Agreement agreement = this.text.forWriting(actor, agreementId);
		require(agreement, details);
		UUID open = this.text.open(actor, agreement, "");
		UUID id = Ids.next();
		int count = this.jdbc.sql("select count(*) from commitment where agreement_id = ?")
			.param(agreementId)
			.query(Integer.class)
			.single();
		if (count >= Commitments.MOST) {
			throw new RefusedException(null, "agreements.commitment.many", Commitments.MOST);
		}
		int added = this.jdbc
			.sql("""
					insert into commitment (id, agreement_id, clause_key, position, by_party, to_party, kind, what, amount, cadence,
						due_on)
					select :id, :agreement, c.clause_key,
						(select coalesce(max(position), 0) + 1 from commitment where agreement_id = :agreement),
						:by, :to, :kind, :what, :amount, :cadence, cast(:due as date)
					from agreement_clause c where c.version_id = :open and c.clause_key = :key
					""")
			.param("id", id)
			.param("agreement", agreementId)
			.param("by", details.byParty())
			.param("to", details.toParty())
			.param("kind", details.kind().name())
			.param("what", details.what())
			.param("amount", details.amount())
			.param("cadence", details.cadence().name())
			.param("due", details.dueOn())
			.param("open", open)
			.param("key", clauseKey)
			.update();
		if (added == 0) {
			throw new NotFoundException("clause " + clauseKey);
		}
		centres(id, details);
		tell(actor, agreement, "agreements.commitment.added", id, details);
		return id;
	}

	/**
	 * @param version the version that was edited
	 * @throws StaleEditException when somebody changed or removed it in between
	 */
	@Transactional
	public void change(Actor actor, UUID agreementId, UUID id, CommitmentDetails details, long version) {
		Agreement agreement = this.text.forWriting(actor, agreementId);
		require(agreement, details);
		int changed = this.jdbc.sql("""
				update commitment set by_party = :by, to_party = :to, kind = :kind, what = :what, amount = :amount,
					cadence = :cadence, due_on = cast(:due as date), version = version + 1
				where id = :id and agreement_id = :agreement and version = :version
				""")
			.param("by", details.byParty())
			.param("to", details.toParty())
			.param("kind", details.kind().name())
			.param("what", details.what())
			.param("amount", details.amount())
			.param("cadence", details.cadence().name())
			.param("due", details.dueOn())
			.param("id", id)
			.param("agreement", agreementId)
			.param("version", version)
			.update();
		if (changed == 0) {
			throw new StaleEditException("commitment " + id);
		}
		this.text.open(actor, agreement, "");
		this.jdbc.sql("delete from commitment_centre where commitment_id = ?").param(id).update();
		centres(id, details);
		tell(actor, agreement, "agreements.commitment.changed", id, details);
	}

	/**
	 * @throws NotFoundException when there is none
	 */
	@Transactional
	public void remove(Actor actor, UUID agreementId, UUID id) {
		Agreement agreement = this.text.forWriting(actor, agreementId);
		int removed = this.jdbc.sql("delete from commitment where id = ? and agreement_id = ?")
			.params(id, agreementId)
			.update();
		if (removed == 0) {
			throw new NotFoundException("commitment " + id);
		}
		this.text.open(actor, agreement, "");
		this.trail.record(actor, agreementId, agreement.name(), "agreements.commitment.removed",
				Map.of("commitment", id.toString()));
	}

	private static void require(Agreement agreement, CommitmentDetails details) {
		if (agreement.side(details.byParty()).isEmpty()) {
			throw new RefusedException("byParty", "agreements.commitment.by.missing");
		}
		if (agreement.side(details.toParty()).isEmpty()) {
			throw new RefusedException("toParty", "agreements.commitment.to.missing");
		}
		if (!agreement.terms().coversAllCentres() && !agreement.terms().centres().containsAll(details.centres())) {
			throw new RefusedException("centres", "agreements.commitment.centres.foreign");
		}
	}

	private void centres(UUID id, CommitmentDetails details) {
		int written = this.jdbc.sql("""
				insert into commitment_centre (commitment_id, centre_id)
				select :id, c.id from neighbourhood_centre c where c.id = any(:centres)
				""").param("id", id).param("centres", details.centres().toArray(UUID[]::new)).update();
		if (written != details.centres().size()) {
			throw new RefusedException("centres", "agreements.draft.centre.unknown");
		}
	}

	private void tell(Actor actor, Agreement agreement, String action, UUID id, CommitmentDetails details) {
		Map<String, String> facts = new TreeMap<>();
		facts.put("commitment", id.toString());
		facts.put("by", details.byParty().toString());
		facts.put("to", details.toParty().toString());
		facts.put("kind", details.kind().name());
		facts.put("what", details.what());
		facts.put("amount", details.amount().toPlainString());
		facts.put("cadence", details.cadence().name());
		facts.put("due", String.valueOf(details.dueOn()));
		facts.put("centres", details.centres().toString());
		this.trail.record(actor, agreement.id(), agreement.name(), action, facts);
	}

}
