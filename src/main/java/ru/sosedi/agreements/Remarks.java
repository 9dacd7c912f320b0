package ru.sosedi.agreements;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.accounts.Actor;
import ru.sosedi.shared.Ids;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.TypedText;

/**
 * Remarks at clauses, by the sides and the coordinator; an open one holds the circuit up.
 */
@Service
@Transactional(readOnly = true)
public class Remarks {

	private static final int MOST = 500;

	private static final int LONGEST = 2000;

	private final JdbcClient jdbc;

	private final Agreements agreements;

	private final OpenText open;

	private final VisibleText visible;

	private final AgreementTrail trail;

	private final Clock clock;

	Remarks(JdbcClient jdbc, Agreements agreements, OpenText open, VisibleText visible, AgreementTrail trail,
			Clock clock) {
		this.jdbc = jdbc;
		this.agreements = agreements;
		this.open = open;
		this.visible = visible;
		this.trail = trail;
		this.clock = clock;
	}

	/**
	 * Of an agreement, in the order in which they were made; at most 500. Who may read is
	 * asked before.
	 */
	public List<Remark> of(UUID agreementId) {
		return this.jdbc.sql("""
				select r.*, v.number from clause_remark r join agreement_version v on v.id = r.version_id
				where r.agreement_id = ? order by r.at, r.id limit
				""" + " " + MOST).param(agreementId).query((row, _) -> remark(row)).list();
	}

	private static Remark remark(ResultSet row) throws SQLException {
		OffsetDateTime resolved = row.getObject("resolved_at", OffsetDateTime.class);
		return new Remark(row.getObject("id", UUID.class), row.getObject("clause_key", UUID.class),
				row.getInt("number"), row.getObject("author_id", UUID.class), row.getString("author_name"),
				row.getObject("party_id", UUID.class), row.getObject("at", OffsetDateTime.class).toInstant(),
				row.getString("text"), (resolved == null) ? null : resolved.toInstant(), row.getString("resolved_by"));
	}

	/** Whether this person may say something about the clauses. */
	public boolean maySpeak(Actor actor, Agreement agreement) {
		return this.agreements.keeps(actor) || AgreementPen.sideOf(actor, agreement) != null;
	}

	/** Whether this person may say that the remark is settled. */
	public boolean mayResolve(Actor actor, Remark remark) {
		return remark.isOpen() && (this.agreements.keeps(actor)
				|| (actor.accountId() != null && actor.accountId().equals(remark.authorId())));
	}

	/**
	 * @throws NotFoundException for those who are neither a side nor a coordinator
	 * @throws RefusedException when nothing is said, or the text is not written any more
	 */
	@Transactional
	public void add(Actor actor, UUID agreementId, UUID clauseKey, String text) {
		Agreement agreement = this.agreements.forActing(actor, agreementId);
		if (!maySpeak(actor, agreement)) {
			throw new NotFoundException("remarks on " + agreementId + " by " + actor.accountId());
		}
		Reason closed = this.open.closed(this.agreements.standing(agreementId));
		if (closed != null) {
			throw new RefusedException("text", closed.messageKey());
		}
		String words = TypedText.noLonger(TypedText.lines(text), LONGEST, "text");
		if (words.isEmpty()) {
			throw new RefusedException("text", "agreements.remark.empty");
		}
		UUID version = this.visible.version(actor, agreement).id();
		AgreementParty side = AgreementPen.sideOf(actor, agreement);
		int added = this.jdbc
			.sql("""
					insert into clause_remark (id, agreement_id, clause_key, version_id, author_id, author_name, party_id, at, text)
					select :id, :agreement, c.clause_key, :version, :author, :name, cast(:party as uuid), :now, :text
					from agreement_clause c where c.version_id = :version and c.clause_key = :key
					and (select count(*) from clause_remark where agreement_id = :agreement) < :most
					""")
			.param("id", Ids.next())
			.param("agreement", agreementId)
			.param("version", version)
			.param("author", actor.accountId())
			.param("name", actor.name())
			.param("party", (side == null) ? null : side.partyId())
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("text", words)
			.param("key", clauseKey)
			.param("most", MOST)
			.update();
		if (added == 0) {
			throw new NotFoundException("clause " + clauseKey);
		}
		this.trail.record(actor, agreementId, agreement.name(), "agreements.remark.made",
				Map.of("clause", clauseKey.toString(), "text", words));
	}

	/**
	 * The remark is settled.
	 * @throws NotFoundException for anybody but its author and the coordinators
	 */
	@Transactional
	public void resolve(Actor actor, UUID agreementId, UUID remarkId) {
		Agreement agreement = this.agreements.forActing(actor, agreementId);
		Remark remark = of(agreementId).stream()
			.filter((one) -> one.id().equals(remarkId))
			.filter((one) -> !one.isOpen() || mayResolve(actor, one))
			.findFirst()
			.orElseThrow(() -> new NotFoundException("remark " + remarkId));
		if (remark.isOpen()) {
			this.jdbc.sql("update clause_remark set resolved_at = ?, resolved_by = ? where id = ?")
				.params(this.clock.instant().atOffset(ZoneOffset.UTC), actor.name(), remarkId)
				.update();
			this.trail.record(actor, agreementId, agreement.name(), "agreements.remark.resolved",
					Map.of("remark", remarkId.toString()));
		}
	}

}
