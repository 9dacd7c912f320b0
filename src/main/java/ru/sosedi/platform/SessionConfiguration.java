package ru.sosedi.platform;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/** Sessions live in PostgreSQL, so that any node serves any request. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

	/** Two requests of one session that write the same attribute at once both succeed. */
	@Bean
	PostgreSqlJdbcIndexedSessionRepositoryCustomizer sessionUpserts() {
		return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
	}

}
