package ru.sosedi.world;

import java.sql.Timestamp;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import ru.sosedi.TestClock;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.Role;
import ru.sosedi.shared.Ids;

/**
 * People of the test world: each call makes a new active account with a row of its own.
 */
@Component
public class AccountsWorld {

	/** The password of every account that is made here. */
	public static final String PASSWORD = "двенадцать тихих полок";

	private final JdbcClient jdbc;

	private final PasswordEncoder encoder;

	private String passwordHash;

	AccountsWorld(JdbcClient jdbc, PasswordEncoder encoder) {
		this.jdbc = jdbc;
		this.encoder = encoder;
	}

	public Actor librarian(UUID... libraryIds) {
		return person(Role.LIBRARIAN, null, libraryIds);
	}

	public Actor ngoLeader(String ngoName) {
		return person(Role.NGO_LEADER, ngoName);
	}

	public Actor methodologist() {
		return person(Role.METHODOLOGIST, null);
	}

	public Actor coordinator() {
		return person(Role.COORDINATOR, null);
	}

	public Actor administrator() {
		return person(Role.ADMINISTRATOR, null);
	}

	/** Somebody with that role; a librarian without a library, an NGO leader of "NGO". */
	public Actor with(Role role) {
		return person(role, (role == Role.NGO_LEADER) ? "NGO" : null);
	}

	/** The address to sign in with. */
	public String emailOf(Actor actor) {
		return actor.accountId() + "@zarechensk.example";
	}

	private Actor person(Role role, String ngoName, UUID... libraryIds) {
		Actor actor = new Actor(Ids.next(), "Test " + role, Set.of(role), Set.of(libraryIds));
		this.jdbc
			.sql("""
					insert into account (id, email, name, password_hash, state, language, created_at, session_epoch, version)
					values (?, ?, ?, ?, 'ACTIVE', 'ru', ?, 0, 0)
					""")
			.params(actor.accountId(), emailOf(actor), actor.name(), passwordHash(), Timestamp.from(TestClock.START))
			.update();
		if (role == Role.LIBRARIAN) {
			Arrays.stream(libraryIds).forEach((library) -> grant(actor, role, library, null));
		}
		else {
			grant(actor, role, null, ngoName);
		}
		return actor;
	}

	private void grant(Actor actor, Role role, UUID libraryId, String ngoName) {
		this.jdbc.sql("insert into role_grant (account_id, role, library_id, ngo_name) values (?, ?, ?, ?)")
			.params(Arrays.asList(actor.accountId(), role.name(), libraryId, ngoName))
			.update();
	}

	private synchronized String passwordHash() {
		if (this.passwordHash == null) {
			this.passwordHash = this.encoder.encode(PASSWORD);
		}
		return this.passwordHash;
	}

}
