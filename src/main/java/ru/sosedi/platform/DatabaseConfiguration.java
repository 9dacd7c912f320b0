package ru.sosedi.platform;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.NestedExceptionUtils;

@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

	/** {@code unique nulls not distinct} came with it. */
	private static final int OLDEST_POSTGRES = 15;

	/** Migrates a database that answers and is new enough; of another says so. */
	@Bean
	FlywayMigrationStrategy migrationOfAFittingDatabase() {
		return (flyway) -> {
			requireFitting(flyway.getConfiguration().getDataSource());
			flyway.migrate();
		};
	}

	static void requireFitting(DataSource source) {
		try (Connection connection = source.getConnection()) {
			int version = connection.getMetaData().getDatabaseMajorVersion();
			if (version < OLDEST_POSTGRES) {
				throw new StartupRefusal("startup.database.old", addressOf(connection), version, OLDEST_POSTGRES);
			}
		}
		catch (SQLException e) {
			throw new StartupRefusal(e, "startup.database.unreachable", rootOf(e).getMessage());
		}
	}

	private static Throwable rootOf(Throwable failure) {
		return NestedExceptionUtils.getMostSpecificCause(failure);
	}

	/** The address without its parameters, among which a password may be. */
	static String addressOf(Connection connection) throws SQLException {
		return connection.getMetaData().getURL().replaceAll("\\?.*", "");
	}

}
