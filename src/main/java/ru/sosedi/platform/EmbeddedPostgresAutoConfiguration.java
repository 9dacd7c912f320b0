package ru.sosedi.platform;

import java.nio.file.Path;
import java.util.Map;

import javax.sql.DataSource;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * The database of a portal that was given none: embedded PostgreSQL, its data kept in
 * {@code portal.embedded-postgres.data-dir}. It only says where to connect, so the pool
 * stays the framework's; it steps aside for {@code spring.datasource.url} and for the
 * tests' own server.
 */
@AutoConfiguration(before = DataSourceAutoConfiguration.class)
@Conditional(EmbeddedPostgresAutoConfiguration.NoOtherDatabase.class)
@ConditionalOnMissingBean({ JdbcConnectionDetails.class, DataSource.class })
public class EmbeddedPostgresAutoConfiguration {

	@Bean
	EmbeddedPostgres embeddedPostgres(Environment environment) {
		Path data = Path.of(environment.getProperty("portal.embedded-postgres.data-dir", "var/postgres"));
		int port = environment.getProperty("portal.embedded-postgres.port", Integer.class, 0);
		return EmbeddedPostgres.start(data, port, Map.of());
	}

	@Bean
	JdbcConnectionDetails embeddedPostgresConnection(EmbeddedPostgres postgres) {
		return new EmbeddedPostgresConnection(postgres.jdbcUrl("postgres"));
	}

	private record EmbeddedPostgresConnection(String getJdbcUrl) implements JdbcConnectionDetails {

		@Override
		public String getUsername() {
			return "postgres";
		}

		@Override
		public String getPassword() {
			return "";
		}

	}

	/** Neither an address in the settings nor a portal packaged without the programs. */
	static class NoOtherDatabase extends SpringBootCondition {

		@Override
		public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
			boolean set = StringUtils.hasText(context.getEnvironment().getProperty("spring.datasource.url"));
			boolean programs = PostgresArchive.forThisMachine().isPresent();
			return new ConditionOutcome(!set && programs,
					ConditionMessage.of("spring.datasource.url " + (set ? "is set" : "is not set")
							+ (programs ? "" : ", and there is no embedded PostgreSQL for this machine")));
		}

	}

}
