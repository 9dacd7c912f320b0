package ru.sosedi.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.accounts.Actor;
import ru.sosedi.shared.NotFoundException;

/** The facts of a promise, down to a single event, with all that was said about each. */
@Service
@Transactional(readOnly = true)
public class FactList {

	/** Facts of a page. */
	public static final int PAGE = 30;

	private static final String SELECT = "select " + FactStanding.COLUMNS + """
			, f.amount, f.done_on, f.occurrence_id, f.words, f.link, f.recorded_at, f.recorded_by_name,
				n.name as centre, e.name as file, coalesce(sn.short_name, ss.short_name) as side,
				fc.by_name as confirmed_by, fc.at as confirmed_at,
				fw.by_name as withdrawn_by, fw.at as withdrawn_at, fw.reason as withdrawn_reason
			from commitment_fact f
			left join fact_dispute od on od.fact_id = f.id and od.answer is null
			left join neighbourhood_centre n on n.id = f.centre_id
			left join fact_evidence e on e.fact_id = f.id
			left join ngo sn on sn.id = f.for_party left join library_system ss on ss.id = f.for_party
			left join fact_confirmation fc on fc.fact_id = f.id
			left join fact_withdrawal fw on fw.fact_id = f.id
			where f.commitment_id = :commitment
			and (cast(:after as uuid) is null or (f.done_on, f.id)
				< (select l.done_on, l.id from commitment_fact l where l.id = :after))
			order by f.done_on desc, f.id desc limit :limit
			""";

	private final JdbcClient jdbc;

	private final LedgerAccess access;

	private final ObjectProvider<HeldEvents> programme;

	FactList(JdbcClient jdbc, LedgerAccess access, ObjectProvider<HeldEvents> programme) {
		this.jdbc = jdbc;
		this.access = access;
		this.programme = programme;
	}

	/**
	 * The latest day first.
	 * @param after the last fact of the part before; may be {@code null}
	 * @return up to {@link #PAGE} facts and one more if there is a next part
	 * @throws NotFoundException when there is no such promise that this person may see
	 */
	public List<Fact> of(Actor actor, UUID commitmentId, UUID after) {
		LedgerAccess.Promise promise = this.access.visible(actor, commitmentId);
		List<Fact> facts = this.jdbc.sql(SELECT)
			.param("commitment", commitmentId)
			.param("after", after)
			.param("limit", PAGE + 1)
			.query((row, _) -> fact(row, actor, promise))
			.list();
		return complete(facts);
	}

	private List<Fact> complete(List<Fact> facts) {
		Map<UUID, List<Fact.Dispute>> disputes = disputes(facts.stream().map(Fact::id).toList());
		List<UUID> dates = facts.stream().filter(Fact::isEvent).map(Fact::occurrenceId).toList();
		HeldEvents events = this.programme.getIfAvailable();
		Map<UUID, HeldEvents.Held> held = (events == null || dates.isEmpty()) ? Map.of() : events.named(dates);
		return facts.stream()
			.map((fact) -> new Fact(fact.id(), fact.commitmentId(), fact.amount(), fact.day(), fact.centre(),
					fact.occurrenceId(), fact.isEvent() ? held.get(fact.occurrenceId()) : null, fact.words(),
					fact.link(), fact.recordedAt(), fact.recordedBy(), fact.forSide(), fact.file(), fact.confirmation(),
					fact.withdrawal(), disputes.getOrDefault(fact.id(), List.of()), fact.acts()))
			.toList();
	}

	private static Fact fact(ResultSet row, Actor actor, LedgerAccess.Promise promise) throws SQLException {
		FactStanding standing = FactStanding.of(row);
		return new Fact(standing.id(), standing.commitmentId(), row.getBigDecimal("amount"),
				row.getObject("done_on", java.time.LocalDate.class), row.getString("centre"),
				row.getObject("occurrence_id", UUID.class), null, row.getString("words"), row.getString("link"),
				instant(row, "recorded_at"), row.getString("recorded_by_name"), row.getString("side"),
				row.getString("file"), said(row, "confirmed", ""),
				said(row, "withdrawn", row.getString("withdrawn_reason")), List.of(), standing.acts(actor, promise));
	}

	private static Fact.Said said(ResultSet row, String what, String reason) throws SQLException {
		String by = row.getString(what + "_by");
		return (by == null) ? null : new Fact.Said(by, instant(row, what + "_at"), reason);
	}

	private Map<UUID, List<Fact.Dispute>> disputes(List<UUID> facts) {
		Map<UUID, List<Fact.Dispute>> disputes = new HashMap<>();
		this.jdbc.sql("""
				select fact_id, reason, at, by_name, answer, answered_at, answered_by_name
				from fact_dispute where fact_id = any(:facts) order by at, id limit 500
				""")
			.param("facts", facts.toArray(UUID[]::new))
			.query((row, _) -> disputes.computeIfAbsent(row.getObject("fact_id", UUID.class), (_) -> new ArrayList<>())
				.add(dispute(row)))
			.list();
		return disputes;
	}

	private static Fact.Dispute dispute(ResultSet row) throws SQLException {
		String answer = row.getString("answer");
		Fact.Said said = new Fact.Said(row.getString("by_name"), instant(row, "at"), row.getString("reason"));
		return (answer == null) ? new Fact.Dispute(said, null, null)
				: new Fact.Dispute(said, Fact.Answer.valueOf(answer),
						new Fact.Said(row.getString("answered_by_name"), instant(row, "answered_at"), ""));
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
		return (at == null) ? null : at.toInstant();
	}

	/**
	 * The file of a fact.
	 * @throws NotFoundException when there is none that this person may see
	 */
	public Evidence evidence(Actor actor, UUID factId) {
		UUID commitment = this.jdbc.sql("select commitment_id from commitment_fact where id = ?")
			.param(factId)
			.query(UUID.class)
			.optional()
			.orElseThrow(() -> new NotFoundException("fact " + factId));
		this.access.visible(actor, commitment);
		return this.jdbc.sql("select name, kind, content from fact_evidence where fact_id = ?")
			.param(factId)
			.query((row, _) -> new Evidence(row.getString("name"), row.getString("kind"), row.getBytes("content")))
			.optional()
			.orElseThrow(() -> new NotFoundException("evidence of " + factId));
	}

}
