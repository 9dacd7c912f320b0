package ru.sosedi.accounts;

import java.io.Serializable;
import java.util.Set;
import java.util.UUID;

import ru.sosedi.shared.Accountable;

/**
 * The signed-in person on whose behalf something is done. Services take it as an
 * argument; none asks the security context.
 *
 * @param accountId the account's id; {@code null} only for the portal itself
 * @param name the name shown to others
 * @param roles never {@code null}
 * @param libraryIds the libraries that the role of librarian is bound to
 */
public record Actor(UUID accountId, String name, Set<Role> roles,
		Set<UUID> libraryIds) implements Accountable, Serializable {

	public Actor {
		roles = Set.copyOf(roles);
		libraryIds = Set.copyOf(libraryIds);
	}

	/** The portal itself, at start-up and in its jobs: it may do everything. */
	public static Actor portal() {
		return new Actor(null, "portal", Set.of(Role.ADMINISTRATOR), Set.of());
	}

	public boolean is(Role role) {
		return this.roles.contains(role);
	}

	/** Whether this person runs the programme of that library. */
	public boolean worksAt(UUID libraryId) {
		return is(Role.LIBRARIAN) && this.libraryIds.contains(libraryId);
	}

}
