package ru.sosedi;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * One server per JVM: a container where Docker answers, else embedded PostgreSQL; one
 * fresh database per Spring context.
 */
@TestConfiguration(proxyBeanMethods = false)
public class TestDatabase {

	record Server(String host, int port, String user, String password, String kind) {
		String url(String db) {
			return "jdbc:postgresql://" + host + ":" + port + "/" + db;
		}
	}

	private static final AtomicInteger N = new AtomicInteger();

	private static final class Holder {

		static final Server SERVER = start();

	}

	private static Server start() {
		try {
			long t = System.nanoTime();
			boolean docker = DockerClientFactory.instance().isDockerAvailable();
			System.out.println("docker available=" + docker + " in ms " + (System.nanoTime() - t) / 1_000_000);
			if (docker) {
				var c = new PostgreSQLContainer("postgres:18-alpine");
				c.start();
				return new Server(c.getHost(), c.getMappedPort(5432), c.getUsername(), c.getPassword(),
						"testcontainers");
			}
			var pg = EmbeddedPostgres.builder()
				.setLocaleConfig("locale", "C.UTF-8")
				.setLocaleConfig("locale-provider", "icu")
				.setLocaleConfig("icu-locale", "ru-RU")
				.setServerConfig("full_page_writes", "off")
				.setRegisterShutdownHook(false)
				.start();
			org.springframework.boot.SpringApplication.getShutdownHandlers().add(() -> {
				try {
					pg.close();
				}
				catch (java.io.IOException e) {
					throw new java.io.UncheckedIOException(e);
				}
			}); // after all contexts are closed
			return new Server("localhost", pg.getPort(), "postgres", "postgres", "embedded");
		}
		catch (Exception e) {
			throw new IllegalStateException(e);
		}
	}

	@Bean
	JdbcConnectionDetails jdbcConnectionDetails() throws Exception {
		Server s = Holder.SERVER;
		String db = "t" + N.incrementAndGet();
		try (Connection c = java.sql.DriverManager.getConnection(s.url("postgres"), s.user(), s.password());
				var st = c.createStatement()) {
			st.execute("create database " + db);
		}
		return new JdbcConnectionDetails() {
			@Override
			public String getUsername() {
				return s.user();
			}

			@Override
			public String getPassword() {
				return s.password();
			}

			@Override
			public String getJdbcUrl() {
				return s.url(db);
			}
		};
	}

}
