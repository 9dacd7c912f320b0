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

	private static final int MOST = 50;

	private final JdbcClient jdbc;

	RightPeople(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	record Person(Email email, String name, Locale language) {

	}

	/**
	 * Leaders and signatories of these parties. For a library system these are its
	 * signatories: librarians do not answer for what it promised.
	 */
	List<Person> of(Collection<UUID> parties, boolean coordinatorsToo) {
		return this.jdbc.sql("""
				select a.email, a.name, a.language from account a
				where a.state = 'ACTIVE' and exists (select from role_grant g where g.account_id = a.id
					and ((g.party_id = any(:parties) and g.role in ('NGO_LEADER', 'SIGNATORY'))
						or (:coordinators and g.role = 'COORDINATOR')))
				order by a.email limit :most
				""")
			.param("parties", parties.toArray(UUID[]::new))
			.param("coordinators", coordinatorsToo)
			.param("most", MOST)
			.query((row, _) -> new Person(new Email(row.getString("email")), row.getString("name"),
					Locale.of(row.getString("language"))))
			.list();
	}

}
