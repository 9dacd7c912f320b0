package ru.sosedi;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Names and places of migrations, a clean migrate, and entities that fit the schema:
 * {@code ddl-auto: validate} has passed when the portal of this test is up.
 */
@PortalTest
class MigrationTests {

	private static final Pattern VERSIONED = Pattern
		.compile("V\\d{4}_\\d{2}_\\d{2}_\\d{4}__[a-z0-9]+(_[a-z0-9]+)*\\.sql");

	private static final Pattern REPEATABLE = Pattern.compile("R__[a-z0-9]+(_[a-z0-9]+)*\\.sql");

	@Autowired
	JdbcClient jdbc;

	@Test
	void migrationsAreNamedByMinuteAndPurpose() {
		assertThat(Sources.under(Sources.MIGRATIONS, ".sql")).allSatisfy((file) -> {
			String name = file.getFileName().toString();
			assertThat(VERSIONED.matcher(name).matches() || REPEATABLE.matcher(name).matches()).as(name).isTrue();
		});
	}

	@Test
	void everyFolderOfMigrationsIsAModule() {
		assertThat(Sources.under(Sources.MIGRATIONS, ".sql")).allSatisfy((file) -> {
			Path module = Sources.MIGRATIONS.relativize(file).getParent();
			assertThat(module).as(file.toString()).isNotNull();
			assertThat(Path.of("src/main/java/ru/sosedi").resolve(module).resolve("package-info.java"))
				.as(file.toString())
				.isRegularFile();
		});
	}

	@Test
	void migrationsRunOnAnEmptyDatabaseAndAreValidAfterwards() {
		JdbcConnectionDetails empty = TestDatabase.createEmpty();
		Flyway flyway = Flyway.configure()
			.dataSource(empty.getJdbcUrl(), empty.getUsername(), empty.getPassword())
			.locations("classpath:db/migration")
			.load();
		int files = Sources.under(Sources.MIGRATIONS, ".sql").size();
		assertThat(flyway.migrate().migrationsExecuted).isEqualTo(files);
		assertThat(flyway.migrate().migrationsExecuted).isZero();
		flyway.validate();
	}

	@Test
	void instantsAreKeptWithAZone() {
		List<String> naive = this.jdbc.sql("""
				select table_name || '.' || column_name from information_schema.columns
				where table_schema = 'public' and data_type = 'timestamp without time zone'
				and table_name <> 'flyway_schema_history'""").query(String.class).list();
		assertThat(naive).isEmpty();
	}

}
