package ru.sosedi.ledger;

import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.accounts.Actor;
import ru.sosedi.agreements.Agreements;

/** What the ledger can be filtered by: only what stands in lines that a person sees. */
@Service
@Transactional(readOnly = true)
public class LedgerChoices {

	private static final int MOST = 300;

	private static final String LINES = """
			with lines as (
				select c.id, c.by_party, c.to_party, a.id as agreement, a.title, a.number, a.covers_all_centres
				from commitment c join agreement a on a.id = c.agreement_id
				join agreement_standing s on s.id = a.id and s.in_force_from <= :today
				where\s""" + LedgerAccess.VISIBLE + ")\n";

	private final JdbcClient jdbc;

	private final Agreements agreements;

	LedgerChoices(JdbcClient jdbc, Agreements agreements) {
		this.jdbc = jdbc;
		this.agreements = agreements;
	}

	public record Choice(UUID id, String name) {

	}

	/** At most 300 of each, by name; agreements the newest first. */
	public record Choices(List<Choice> parties, List<Choice> agreements, List<Choice> centres) {

	}

	public Choices of(Actor actor) {
		return new Choices(read(actor, """
				select p.id, coalesce(n.short_name, l.short_name) as name
				from (select by_party as id from lines union select to_party from lines) p
				left join ngo n on n.id = p.id left join library_system l on l.id = p.id
				order by name, p.id limit :most
				"""), read(actor, """
				select distinct agreement as id, title || ' № ' || number as name from lines
				order by agreement desc limit :most
				"""), read(actor,
				"""
						select n.id, n.name from neighbourhood_centre n
						where exists (select from lines where covers_all_centres)
						or n.id in (select ac.centre_id from agreement_centre ac where ac.agreement_id in (select agreement from lines))
						order by n.name, n.id limit :most
						"""));
	}

	private List<Choice> read(Actor actor, String select) {
		return this.jdbc.sql(LINES + select)
			.params(LedgerAccess.of(actor))
			.param("today", this.agreements.today())
			.param("most", MOST)
			.query(Choice.class)
			.list();
	}

}
