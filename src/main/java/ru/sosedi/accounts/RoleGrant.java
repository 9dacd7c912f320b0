package ru.sosedi.accounts;

import java.util.UUID;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * One role, and what it is bound to.
 *
 * @param libraryId the library of a librarian; {@code null} for all other roles
 * @param ngoName the NGO that a leader speaks for; {@code null} for all other roles
 */
@Embeddable
public record RoleGrant(@Enumerated(EnumType.STRING) Role role, UUID libraryId, String ngoName) {

	private static final int LONGEST_NAME = 200;

	public RoleGrant {
		if ((role == Role.LIBRARIAN) != (libraryId != null)) {
			throw new IllegalArgumentException("a librarian has a library, nobody else does");
		}
		if ((role == Role.NGO_LEADER) != (ngoName != null)) {
			throw new IllegalArgumentException("an NGO leader has an NGO, nobody else does");
		}
		if (ngoName != null && (ngoName.isBlank() || ngoName.length() > LONGEST_NAME)) {
			throw new IllegalArgumentException("the name of the NGO has 1 to " + LONGEST_NAME + " characters");
		}
	}

	public static RoleGrant librarianOf(UUID libraryId) {
		return new RoleGrant(Role.LIBRARIAN, libraryId, null);
	}

	public static RoleGrant leaderOf(String ngoName) {
		return new RoleGrant(Role.NGO_LEADER, null, ngoName);
	}

	/**
	 * A role that is bound to nothing: methodologist, coordinator, administrator.
	 */
	public static RoleGrant of(Role role) {
		return new RoleGrant(role, null, null);
	}

}
