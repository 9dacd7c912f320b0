package ru.sosedi.accounts;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * One role, and what it is bound to.
 *
 * @param libraryId the library of a librarian; {@code null} for all other roles
 * @param partyId the NGO of a leader, the NGO or library system of a signatory;
 * {@code null} for all other roles
 */
@Embeddable
public record RoleGrant(@Enumerated(EnumType.STRING) Role role, UUID libraryId, UUID partyId) {

	private static final Set<Role> OF_PARTIES = EnumSet.of(Role.NGO_LEADER, Role.SIGNATORY);

	public RoleGrant {
		if ((role == Role.LIBRARIAN) != (libraryId != null)) {
			throw new IllegalArgumentException("a librarian has a library, nobody else does");
		}
		if (OF_PARTIES.contains(role) != (partyId != null)) {
			throw new IllegalArgumentException("an NGO leader and a signatory have a party, nobody else does");
		}
	}

	public static RoleGrant librarianOf(UUID libraryId) {
		return new RoleGrant(Role.LIBRARIAN, libraryId, null);
	}

	public static RoleGrant leaderOf(UUID ngoId) {
		return new RoleGrant(Role.NGO_LEADER, null, ngoId);
	}

	/**
	 * @param partyId an NGO or a library system
	 */
	public static RoleGrant signatoryFor(UUID partyId) {
		return new RoleGrant(Role.SIGNATORY, null, partyId);
	}

	/**
	 * A role that is bound to nothing: methodologist, coordinator, administrator.
	 */
	public static RoleGrant of(Role role) {
		return new RoleGrant(role, null, null);
	}

}
