package ru.sosedi.programme;

import java.util.List;
import java.util.UUID;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import ru.sosedi.TestDatabase;
import ru.sosedi.shared.Ids;

import static org.assertj.core.api.Assertions.assertThat;

/** A database in which co-hosts are names, and what becomes of them. */
class CoHostsBecomePartnersTests {

	/** The last migration before there are partners. */
	private static final String BEFORE = "2026.11.28.0720";

	private final JdbcConnectionDetails database = TestDatabase.createEmpty();

	private final JdbcClient jdbc = JdbcClient.create(new DriverManagerDataSource(this.database.getJdbcUrl(),
			this.database.getUsername(), this.database.getPassword()));

	@Test
	void everyNamedCoHostIsAPartnerInTheSamePlace() {
		migrate(BEFORE);
		UUID centre = centre();
		String longName = "Ассоциация " + "соседских клубов ".repeat(20).strip();
		UUID first = event(centre, "Клуб «Журавль»", "Совет дома на Заводской");
		UUID second = event(centre, "Альянс НКО", "клуб  \"журавль\"");
		UUID doubled = event(centre, "Совет ветеранов", "КЛУБ ЖУРАВЛЬ", "Клуб «Журавль»", "Хор");
		UUID odd = event(centre, longName, "«»");
		UUID alone = event(centre);
		migrate("latest");
		List<String> firstNow = names(first);
		assertThat(firstNow).hasSize(2);
		assertThat(key(firstNow.getFirst())).isEqualTo("клуб журавль");
		assertThat(firstNow.getLast()).isEqualTo("Совет дома на Заводской");
		assertThat(names(second)).containsExactly("Альянс НКО", firstNow.getFirst());
		assertThat(names(doubled)).containsExactly("Совет ветеранов", firstNow.getFirst(), "Хор");
		assertThat(names(odd)).containsExactly(longName.substring(0, 200));
		assertThat(names(alone)).isEmpty();
		assertThat(this.jdbc.sql("select count(*) from ngo").query(Integer.class).single()).isEqualTo(6);
		assertThat(this.jdbc.sql("select bool_or(leads) from event_partner").query(Boolean.class).single()).isFalse();
		assertThat(this.jdbc.sql("select to_regclass('event_co_host') is null").query(Boolean.class).single()).isTrue();
	}

	private void migrate(String target) {
		Flyway.configure()
			.dataSource(this.database.getJdbcUrl(), this.database.getUsername(), this.database.getPassword())
			.locations("classpath:db/migration")
			.target(target)
			.load()
			.migrate();
	}

	private static String key(String name) {
		return name.replaceAll("[«»\"]", "").replaceAll("\\s+", " ").toLowerCase();
	}

	private List<String> names(UUID event) {
		return this.jdbc.sql("""
				select n.short_name from event_partner p join ngo n on n.id = p.ngo_id
				where p.event_id = ? order by p.position
				""").param(event).query(String.class).list();
	}

	private UUID centre() {
		UUID system = Ids.next();
		this.jdbc.sql("""
				insert into library_system (id, name, short_name, inn, ogrn, address, version)
				values (?, 'Библиотечная система', 'БС', '0000123450', '1000000123452', 'ул. Кедровая, 1', 0)
				""").param(system).update();
		UUID library = Ids.next();
		this.jdbc.sql("""
				insert into library (id, library_system_id, name, slug, address, time_zone, version)
				values (?, ?, 'Библиотека', 'biblioteka', 'ул. Кедровая, 12', 'Asia/Yekaterinburg', 0)
				""").params(library, system).update();
		UUID centre = Ids.next();
		this.jdbc.sql("""
				insert into neighbourhood_centre (id, library_id, kind, name, slug, state, opened_on, version)
				values (?, ?, 'NEIGHBOURHOOD_CENTRE', 'Северный', 'severny', 'OPEN', '2024-01-01', 0)
				""").params(centre, library).update();
		return centre;
	}

	private UUID event(UUID centre, String... coHosts) {
		UUID id = Ids.next();
		this.jdbc
			.sql("""
					insert into event (id, centre_id, form, title, slug, summary, age_mark, delivery_mode, admission, language,
						accessible, state, sequence, created_at, changed_at, version)
					values (?, ?, 'WORKSHOP', 'Оригами', 'origami', '', 6, 'IN_HOUSE', 'FREE_ENTRY', 'ru', false, 'DRAFT', 0,
						now(), now(), 0)
					""")
			.params(id, centre)
			.update();
		for (int position = 0; position < coHosts.length; position++) {
			this.jdbc.sql("insert into event_co_host (event_id, position, name) values (?, ?, ?)")
				.params(id, position, coHosts[position])
				.update();
		}
		return id;
	}

}
