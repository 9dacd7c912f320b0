package ru.sosedi.ledger;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.sosedi.accounts.Actor;
import ru.sosedi.agreements.AgreementText;
import ru.sosedi.agreements.Cadence;
import ru.sosedi.agreements.Clause;
import ru.sosedi.agreements.ClausePart;
import ru.sosedi.agreements.CommitmentKind;
import ru.sosedi.agreements.NumberedClause;

/** Reads promises with what was done of them, a statement for each whole list. */
@Component
class LedgerRows {

	private static final String SELECT = """
			select c.*, a.number, a.title, t.in_force_from, t.last_day, t.ended_on, t.archived, bp.role_name,
				coalesce(bn.short_name, bs.short_name) as by_name, coalesce(tn.short_name, ts.short_name) as to_name
			from commitment c
			join agreement a on a.id = c.agreement_id
			join commitment_term t on t.id = c.id
			join agreement_party bp on bp.agreement_id = a.id and bp.party_id = c.by_party
			left join ngo bn on bn.id = c.by_party left join library_system bs on bs.id = c.by_party
			left join ngo tn on tn.id = c.to_party left join library_system ts on ts.id = c.to_party
			where t.in_force_from <= :today and\s""";

	private static final String WANTED = """
			and (cast(:party as uuid) is null or :party in (c.by_party, c.to_party))
			and (cast(:agreement as uuid) is null or a.id = :agreement)
			and (cast(:kind as text) is null or c.kind = :kind)
			and (cast(:centre as uuid) is null
				or case when exists (select from commitment_centre x where x.commitment_id = c.id)
					then exists (select from commitment_centre x where x.commitment_id = c.id and x.centre_id = :centre)
					else a.covers_all_centres or exists (select from agreement_centre ac
						where ac.agreement_id = a.id and ac.centre_id = :centre) end)
			and (cast(:after as uuid) is null or exists (select from commitment l where l.id = :after
				and (a.id < l.agreement_id
					or (a.id = l.agreement_id and (c.position, c.id) > (l.position, l.id)))))
			order by a.id desc, c.position, c.id limit :limit
			""";

	private final JdbcClient jdbc;

	LedgerRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The newest agreements first, within one in the order of its text; the state of the
	 * filter is not looked at.
	 * @param after the last promise of the list before; may be {@code null}
	 */
	List<Promised> visible(Actor actor, LedgerFilter filter, LocalDate today, UUID after, int limit) {
		return this.jdbc.sql(SELECT + LedgerAccess.VISIBLE + WANTED)
			.params(LedgerAccess.of(actor))
			.param("today", today)
			.param("party", filter.party())
			.param("agreement", filter.agreement())
			.param("kind", (filter.kind() == null) ? null : filter.kind().name())
			.param("centre", filter.centre())
			.param("after", after)
			.param("limit", limit)
			.query((row, _) -> promised(row))
			.list();
	}

	/** One of them, or an empty list. */
	List<Promised> withId(Actor actor, UUID id, LocalDate today) {
		return this.jdbc.sql(SELECT + LedgerAccess.VISIBLE + " and c.id = :id")
			.params(LedgerAccess.of(actor))
			.param("today", today)
			.param("id", id)
			.query((row, _) -> promised(row))
			.list();
	}

	private static Promised promised(ResultSet row) throws SQLException {
		return new Promised(
				row.getObject("id", UUID.class), row.getObject("agreement_id", UUID.class), row.getString("number"),
				row.getString("title"), row.getObject("clause_key", UUID.class), row.getObject("by_party", UUID.class),
				row.getString("by_name"), row.getString("role_name"), row.getObject("to_party", UUID.class),
				row.getString("to_name"), CommitmentKind.valueOf(row.getString("kind")), row.getString("what"),
				row.getBigDecimal("amount"), Cadence.valueOf(row.getString("cadence")),
				row.getObject("due_on", LocalDate.class), new Term(row.getObject("in_force_from", LocalDate.class),
						row.getObject("last_day", LocalDate.class), row.getObject("ended_on", LocalDate.class)),
				row.getBoolean("archived"));
	}

	/** What was done of each; of a filter with a period, in its days. */
	Map<UUID, Progress.Done> done(List<Promised> promises, LedgerFilter filter) {
		Map<UUID, Map<String, BigDecimal>> sums = new HashMap<>();
		this.jdbc.sql("""
				select f.commitment_id, f.standing, sum(f.amount) as amount from standing_fact f
				where f.commitment_id = any(:ids) and f.done_on >= coalesce(cast(:from as date), '-infinity')
				and f.done_on <= coalesce(cast(:to as date), 'infinity')
				group by f.commitment_id, f.standing
				""")
			.param("ids", promises.stream().map(Promised::id).toArray(UUID[]::new))
			.param("from", filter.from())
			.param("to", filter.to())
			.query((row, _) -> sums.computeIfAbsent(row.getObject("commitment_id", UUID.class), (_) -> new HashMap<>())
				.put(row.getString("standing"), row.getBigDecimal("amount")))
			.list();
		Map<UUID, Progress.Done> done = new HashMap<>();
		sums.forEach((id, by) -> done.put(id, new Progress.Done(by.getOrDefault("DONE", BigDecimal.ZERO),
				by.getOrDefault("UNCONFIRMED", BigDecimal.ZERO), by.getOrDefault("DISPUTED", BigDecimal.ZERO))));
		return done;
	}

	/** The numbers of clauses in the signed texts, by agreement and key of the clause. */
	Map<UUID, Map<UUID, String>> clauses(List<Promised> promises) {
		Map<UUID, List<Clause>> texts = new HashMap<>();
		this.jdbc.sql("""
				select d.agreement_id, k.clause_key, k.position, k.part
				from frozen_document d join agreement_clause k on k.version_id = d.version_id
				where d.agreement_id = any(:ids) and d.superseded_at is null order by d.agreement_id, k.position
				""")
			.param("ids", promises.stream().map(Promised::agreementId).distinct().toArray(UUID[]::new))
			.query((row, _) -> texts
				.computeIfAbsent(row.getObject("agreement_id", UUID.class), (_) -> new ArrayList<>())
				.add(new Clause(null, null, row.getObject("clause_key", UUID.class), row.getInt("position"),
						ClausePart.valueOf(row.getString("part")), "", "", null, null, null, null, 0)))
			.list();
		Map<UUID, Map<UUID, String>> numbers = new HashMap<>();
		texts.forEach((agreement, clauses) -> {
			Map<UUID, String> byKey = new HashMap<>();
			for (NumberedClause clause : AgreementText.of(clauses, Map.of()).clauses()) {
				byKey.put(clause.clause().key(), clause.number());
			}
			numbers.put(agreement, byKey);
		});
		return numbers;
	}

}
