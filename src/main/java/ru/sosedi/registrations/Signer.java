package ru.sosedi.registrations;

import ru.sosedi.accounts.Actor;

/**
 * Who writes a sign-up down, and from where.
 *
 * @param networkAddress of the person's device; {@code null} at the desk
 * @param emailProven whether the e-mail address is known to be the person's: she is
 * signed in with it
 * @param librarian who writes it down at the desk; {@code null} when the person does it
 */
public record Signer(String networkAddress, boolean emailProven, Actor librarian) {

	/** The person herself, on a page. */
	public static Signer person(String networkAddress) {
		return new Signer(networkAddress, false, null);
	}

	/** The person herself, signed in with the e-mail address that she gives. */
	public static Signer known(String networkAddress) {
		return new Signer(networkAddress, true, null);
	}

	/** A librarian, for a person at the desk or on the phone. */
	public static Signer desk(Actor librarian) {
		return new Signer(null, false, librarian);
	}

	boolean isAtDesk() {
		return this.librarian != null;
	}

}
