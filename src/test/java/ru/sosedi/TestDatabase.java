package ru.sosedi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.flywaydb.core.Flyway;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;
import ru.sosedi.platform.EmbeddedPostgres;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.util.FileSystemUtils;

/**
 * One PostgreSQL for the whole run: a container where Docker answers, else the embedded
 * one. Every Spring context gets a database of its own, copied from one that Flyway has
 * migrated.
 */
@TestConfiguration(proxyBeanMethods = false)
public class TestDatabase {

	private static final AtomicInteger count = new AtomicInteger();

	@Bean
	JdbcConnectionDetails testDatabase() {
		return create();
	}

	/** A new database with all migrations and no rows. */
	public static JdbcConnectionDetails create() {
		String name = "portal_test_" + count.incrementAndGet();
		Server.THE.execute("create database " + name + " template " + Server.TEMPLATE);
		return Server.THE.details(name);
	}

	/** A new database without a single table. */
	public static JdbcConnectionDetails createEmpty() {
		String name = "portal_empty_" + count.incrementAndGet();
		Server.THE.execute("create database " + name);
		return Server.THE.details(name);
	}

	private record Server(String url, String user, String password) {

		private static final String TEMPLATE = "portal_template";

		private static final Server THE = start();

		private static Server start() {
			boolean docker = DockerClientFactory.instance().isDockerAvailable();
			Server server = docker ? inContainer() : embedded();
			server.execute("create database " + TEMPLATE);
			Flyway.configure()
				.dataSource(server.url + TEMPLATE, server.user, server.password)
				.locations("classpath:db/migration")
				.load()
				.migrate();
			return server;
		}

		private static Server inContainer() {
			PostgreSQLContainer container = new PostgreSQLContainer("postgres:18-alpine");
			container.start();
			System.out.println("Tests run on PostgreSQL 18 in a container (Testcontainers).");
			String url = "jdbc:postgresql://" + container.getHost() + ":" + container.getMappedPort(5432) + "/";
			return new Server(url, container.getUsername(), container.getPassword());
		}

		// closed after all contexts, so that no pool waits for a server that has gone
		private static Server embedded() {
			try {
				Path work = Files.createDirectories(Path.of("var"));
				Path data = Files.createTempDirectory(work, "test-");
				EmbeddedPostgres postgres = EmbeddedPostgres.start(data, 0, Map.of("fsync", "off", "synchronous_commit",
						"off", "full_page_writes", "off", "max_connections", "300"));
				System.out.println("Tests run on embedded PostgreSQL 18: no Docker engine answers.");
				SpringApplication.getShutdownHandlers().add(() -> remove(postgres));
				return new Server(postgres.jdbcUrl(""), "postgres", "");
			}
			catch (IOException e) {
				throw new UncheckedIOException(e);
			}
		}

		private static void remove(EmbeddedPostgres postgres) {
			try {
				postgres.close();
				FileSystemUtils.deleteRecursively(postgres.data());
				for (String ending : new String[] { ".log", ".lock" }) {
					Files.deleteIfExists(postgres.data().resolveSibling(postgres.data().getFileName() + ending));
				}
			}
			catch (IOException e) {
				throw new UncheckedIOException(e);
			}
		}

		private void execute(String sql) {
			try (Connection connection = DriverManager.getConnection(this.url + "postgres", this.user, this.password);
					Statement statement = connection.createStatement()) {
				statement.execute(sql);
			}
			catch (SQLException e) {
				throw new IllegalStateException(e);
			}
		}

		private JdbcConnectionDetails details(String database) {
			Server server = this;
			return new JdbcConnectionDetails() {

				@Override
				public String getUsername() {
					return server.user;
				}

				@Override
				public String getPassword() {
					return server.password;
				}

				@Override
				public String getJdbcUrl() {
					return server.url + database;
				}

			};
		}

	}

}
