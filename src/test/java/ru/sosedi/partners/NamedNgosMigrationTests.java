package ru.sosedi.partners;

import java.util.List;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import ru.sosedi.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** What was there before NGOs had cards is still there after the migration. */
class NamedNgosMigrationTests {

	@Test
	void everyNameOfARoleBecomesOneNgoAndLeadersLeadIt() {
		JdbcConnectionDetails empty = TestDatabase.createEmpty();
		migrate(empty, "2026.11.28.1008");
		JdbcClient jdbc = JdbcClient
			.create(new DriverManagerDataSource(empty.getJdbcUrl(), empty.getUsername(), empty.getPassword()));
		leader(jdbc, "a", "Общество «Опора двора»", "общество  \"Опора двора\"");
		leader(jdbc, "b", "Клуб соседей");
		migrate(empty, "latest");
		assertThat(jdbc.sql("select name_key from ngo where state = 'NAMED' order by 1").query(String.class).list())
			.containsExactly("клуб соседей", "общество опора двора");
		assertThat(jdbc.sql("""
				select a.email || ' ' || n.name_key from role_grant g join account a on a.id = g.account_id
				join ngo n on n.id = g.party_id order by 1
				""").query(String.class).list())
			.isEqualTo(List.of("a@x.example общество опора двора", "b@x.example клуб соседей"));
	}

	private static void migrate(JdbcConnectionDetails database, String target) {
		Flyway.configure()
			.dataSource(database.getJdbcUrl(), database.getUsername(), database.getPassword())
			.locations("classpath:db/migration")
			.target(target)
			.load()
			.migrate();
	}

	private static void leader(JdbcClient jdbc, String name, String... ngos) {
		jdbc.sql("""
				insert into account (id, email, name, state, language, created_at, session_epoch, version)
				values (gen_random_uuid(), ? || '@x.example', ?, 'INVITED', 'ru', now(), 0, 0)
				""").params(name, name).update();
		for (String ngo : ngos) {
			jdbc.sql("""
					insert into role_grant (account_id, role, ngo_name)
					select id, 'NGO_LEADER', ? from account where name = ?
					""").params(ngo, name).update();
		}
	}

}
