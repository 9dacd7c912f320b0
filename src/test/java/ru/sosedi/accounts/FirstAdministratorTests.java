package ru.sosedi.accounts;

import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.PortalTest;
import ru.sosedi.accounts.FirstAdministrator.Settings;
import ru.sosedi.shared.RefusedException;

import java.util.Set;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Each test is rolled back: it begins by taking all administrators away. */
@PortalTest
@Transactional
class FirstAdministratorTests {

	@Autowired
	FirstAdministrator first;

	@Autowired
	AccountService accounts;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Letters letters;

	@Autowired
	EntityManager entities;

	@Test
	void withoutAPasswordThePersonIsInvited() {
		noAdministrators();
		this.first.make(new Settings("First@zarechensk.example", null, null));
		assertThat(stateOf("first@zarechensk.example")).isEqualTo("INVITED");
		assertThat(this.letters.secretSentTo("first@zarechensk.example")).hasSize(43);
	}

	@Test
	void withAPasswordThePersonSignsIn() {
		noAdministrators();
		this.first.make(new Settings("first@zarechensk.example", "Анна Первая", "семь зелёных абажуров"));
		assertThat(stateOf("first@zarechensk.example")).isEqualTo("ACTIVE");
		this.first.make(new Settings("second@zarechensk.example", null, null));
		assertThat(this.jdbc.sql("select count(*) from account where email = 'second@zarechensk.example'")
			.query(Integer.class)
			.single()).isZero();
	}

	@Test
	void settingsThatMakeNoSenseStopTheStartWithASentence() {
		noAdministrators();
		assertThatExceptionOfType(IllegalStateException.class)
			.isThrownBy(() -> this.first.make(new Settings("nobody", null, null)))
			.withMessageContaining("portal.first-administrator.email");
		assertThatExceptionOfType(IllegalStateException.class)
			.isThrownBy(() -> this.first.make(new Settings("a@b.example", null, "password12")))
			.withMessageContaining("portal.first-administrator.password");
	}

	@Test
	void theLastAdministratorStays() {
		noAdministrators();
		this.first.make(new Settings("first@zarechensk.example", "Анна Первая", "семь зелёных абажуров"));
		Account last = this.accounts
			.byId(this.jdbc.sql("select id from account where email = 'first@zarechensk.example'")
				.query(UUID.class)
				.single());
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> this.accounts.block(Actor.portal(), last.id(), "no"));
		assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> this.accounts.grant(Actor.portal(),
				last.id(), Set.of(RoleGrant.of(Role.COORDINATOR)), last.version()));
	}

	private void noAdministrators() {
		this.jdbc.sql("delete from role_grant where role = 'ADMINISTRATOR'").update();
	}

	private String stateOf(String email) {
		this.entities.flush();
		return this.jdbc.sql("select state from account where email = ?").param(email).query(String.class).single();
	}

}
