package ru.sosedi.accounts;

import java.io.Serializable;
import java.util.HashSet;
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
 * @param ngoIds the NGOs that the role of leader is bound to
 * @param signsFor the NGOs and library systems that the role of signatory is bound to
 */
public record Actor(UUID accountId, String name, Set<Role> roles, Set<UUID> libraryIds, Set<UUID> ngoIds,
		Set<UUID> signsFor) implements Accountable, Serializable {

	public Actor {
		roles = Set.copyOf(roles);
		libraryIds = Set.copyOf(libraryIds);
		ngoIds = Set.copyOf(ngoIds);
		signsFor = Set.copyOf(signsFor);
	}

	/** Somebody whose roles are bound to nothing. */
	public Actor(UUID accountId, String name, Set<Role> roles) {
		this(accountId, name, roles, Set.of(), Set.of(), Set.of());
	}

	/** The portal itself, at start-up and in its jobs: it may do everything. */
	public static Actor portal() {
		return new Actor(null, "portal", Set.of(Role.ADMINISTRATOR));
	}

	public boolean is(Role role) {
		return this.roles.contains(role);
	}

	/** Whether this person runs the programme of that library. */
	public boolean worksAt(UUID libraryId) {
		return is(Role.LIBRARIAN) && this.libraryIds.contains(libraryId);
	}

	/** Whether this person speaks for that NGO. */
	public boolean leads(UUID ngoId) {
		return is(Role.NGO_LEADER) && this.ngoIds.contains(ngoId);
	}

	/** Whether this person has the role of signatory for that party. */
	public boolean signsFor(UUID partyId) {
		return is(Role.SIGNATORY) && this.signsFor.contains(partyId);
	}

	/** All NGOs and library systems that this person leads or signs for. */
	public Set<UUID> parties() {
		Set<UUID> parties = new HashSet<>(this.ngoIds);
		parties.addAll(this.signsFor);
		return parties;
	}

}
