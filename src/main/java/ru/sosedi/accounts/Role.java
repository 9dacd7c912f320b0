package ru.sosedi.accounts;

/**
 * What a person may do; {@code docs/access.md} says what exactly. Residents have no role:
 * they need no account.
 */
public enum Role {

	/** Runs the programme of the libraries that the role is bound to. */
	LIBRARIAN,
	/** Speaks for the NGO that the role is bound to. */
	NGO_LEADER,
	/** Signs for the party that the role is bound to: an NGO or a library system. */
	SIGNATORY,
	/** Guides all centres of the network; sees every desk. */
	METHODOLOGIST,
	/** Keeps the alliance's agreements. */
	COORDINATOR,
	/** Keeps the network, its accounts and settings. */
	ADMINISTRATOR;

	/** The authority that Spring Security knows the role by. */
	public String authority() {
		return "ROLE_" + name();
	}

}
