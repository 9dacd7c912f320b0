package ru.sosedi.platform;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.util.StringUtils;

/**
 * Looks at the settings before anything else starts. The profile {@code prod} says all
 * that it lacks at once.
 */
class StartupChecks implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]", "0.0.0.0");

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		Environment environment = context.getEnvironment();
		if (environment.acceptsProfiles(Profiles.of("prod"))) {
			requireAllOfProduction(environment);
		}
		else if (!has(environment, "spring.datasource.url") && PostgresArchive.forThisMachine().isEmpty()) {
			throw new StartupRefusal("startup.database.missing");
		}
	}

	private static void requireAllOfProduction(Environment environment) {
		List<String> missing = new ArrayList<>();
		if (!has(environment, "spring.datasource.url")) {
			missing.add("startup.prod.database");
		}
		if (!isPublic(environment.getProperty("portal.base-url", ""))) {
			missing.add("startup.prod.baseUrl");
		}
		if (!has(environment, "spring.mail.host")) {
			missing.add("startup.prod.mail");
		}
		if (environment.getProperty("portal.demo", Boolean.class, false)) {
			missing.add("startup.prod.demo");
		}
		if (!missing.isEmpty()) {
			List<String> words = missing.stream().map((key) -> StartupMessages.text(key)).toList();
			throw new StartupRefusal("startup.prod.missing", String.join(", ", words));
		}
	}

	private static boolean has(Environment environment, String property) {
		return StringUtils.hasText(environment.getProperty(property));
	}

	private static boolean isPublic(String baseUrl) {
		try {
			URI address = URI.create(baseUrl.strip());
			return "https".equals(address.getScheme()) && StringUtils.hasText(address.getHost())
					&& !THIS_MACHINE.contains(address.getHost());
		}
		catch (IllegalArgumentException e) {
			return false;
		}
	}

}
