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
		return person(Role.LIBRARIAN, Set.of(libraryIds), Set.of());
	}

	public Actor ngoLeader(UUID ngoId) {
		return person(Role.NGO_LEADER, Set.of(), Set.of(ngoId));
	}

	/**
	 * Somebody who signs for that NGO or library system; a representation is made apart.
	 */
	public Actor signatory(UUID partyId) {
		return person(Role.SIGNATORY, Set.of(), Set.of(partyId));
	}

	public Actor methodologist() {
		return with(Role.METHODOLOGIST);
	}

	public Actor coordinator() {
		return with(Role.COORDINATOR);
	}

	public Actor administrator() {
		return with(Role.ADMINISTRATOR);
	}

	/**
	 * Somebody with that role; a librarian without a library, a leader or a signatory of
	 * a party that does not exist.
	 */
	public Actor with(Role role) {
		boolean ofParty = role == Role.NGO_LEADER || role == Role.SIGNATORY;
		return person(role, Set.of(), ofParty ? Set.of(Ids.next()) : Set.of());
	}

	/** The address to sign in with. */
	public String emailOf(Actor actor) {
		return actor.accountId() + "@zarechensk.example";
	}

	private Actor person(Role role, Set<UUID> libraries, Set<UUID> parties) {
		Actor actor = new Actor(Ids.next(), "Test " + role, Set.of(role), libraries,
				(role == Role.NGO_LEADER) ? parties : Set.of(), (role == Role.SIGNATORY) ? parties : Set.of());
		this.jdbc
			.sql("""
					insert into account (id, email, name, password_hash, state, language, created_at, session_epoch, version)
					values (?, ?, ?, ?, 'ACTIVE', 'ru', ?, 0, 0)
					""")
			.params(actor.accountId(), emailOf(actor), actor.name(), passwordHash(), Timestamp.from(TestClock.START))
			.update();
		switch (role) {
			case LIBRARIAN -> libraries.forEach((library) -> grant(actor, role, library, null));
			case NGO_LEADER, SIGNATORY -> parties.forEach((party) -> grant(actor, role, null, party));
			default -> grant(actor, role, null, null);
		}
		return actor;
	}

	private void grant(Actor actor, Role role, UUID libraryId, UUID partyId) {
		this.jdbc.sql("insert into role_grant (account_id, role, library_id, party_id) values (?, ?, ?, ?)")
			.params(Arrays.asList(actor.accountId(), role.name(), libraryId, partyId))
			.update();
	}

	private synchronized String passwordHash() {
		if (this.passwordHash == null) {
			this.passwordHash = this.encoder.encode(PASSWORD);
		}
		return this.passwordHash;
	}

}
