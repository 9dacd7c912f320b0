package ru.sosedi.ledger;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.sosedi.shared.Email;

/** Who is written to: active accounts only, each once. */
@Component
class RightPeople {

	private static final int MOST_OF_PARTY = 20;

	private static final int MOST_COORDINATORS = 50;

	private final JdbcClient jdbc;

	RightPeople(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	record Person(Email email, String name, Locale language) {

	}

	/**
	 * Leaders and signatories of these parties. For a library system these are its
	 * signatories: librarians do not answer for what it promised. At most twenty of a
	 * party and fifty coordinators.
	 */
	List<Person> of(Collection<UUID> parties, boolean coordinatorsToo) {
		return this.jdbc.sql("""
				select p.email, p.name, p.language
				from unnest(:parties) as side cross join lateral (
					select a.email, a.name, a.language from account a
					where a.state = 'ACTIVE' and exists (select from role_grant g where g.account_id = a.id
						and g.party_id = side and g.role in ('NGO_LEADER', 'SIGNATORY'))
					order by a.email limit :mostOfParty) p
				union
				(select a.email, a.name, a.language from account a
				where :coordinators and a.state = 'ACTIVE' and exists (select from role_grant g
					where g.account_id = a.id and g.role = 'COORDINATOR')
				order by a.email limit :mostCoordinators)
				order by email
				""")
			.param("parties", parties.toArray(UUID[]::new))
			.param("coordinators", coordinatorsToo)
			.param("mostOfParty", MOST_OF_PARTY)
			.param("mostCoordinators", MOST_COORDINATORS)
			.query((row, _) -> new Person(new Email(row.getString("email")), row.getString("name"),
					Locale.of(row.getString("language"))))
			.list();
	}

}
