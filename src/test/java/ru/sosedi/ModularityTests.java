package ru.sosedi;

import org.junit.jupiter.api.Test;

import org.springframework.modulith.core.ApplicationModules;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * No cycle between modules, no edge that is not declared, no reaching into {@code web}.
 */
class ModularityTests {

	private final ApplicationModules modules = ApplicationModules.of(Portal.class);

	@Test
	void modulesDependOnlyOnWhatTheyDeclare() {
		this.modules.verify();
	}

	@Test
	void everyPackageIsAModule() {
		assertThat(this.modules.stream().map((module) -> module.getIdentifier().toString())).contains("shared",
				"accounts", "audit", "notifications", "platform", "network", "programme", "feeds", "site", "demo");
	}

}
