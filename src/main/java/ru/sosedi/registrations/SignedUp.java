package ru.sosedi.registrations;

import java.util.UUID;

/** How a try to sign up ended. */
public sealed interface SignedUp {

	/**
	 * It is written down, and the letter that says so is on its way.
	 *
	 * @param state UNCONFIRMED, REQUESTED, CONFIRMED or WAITING
	 */
	record Done(UUID bookingId, RegistrationState state) implements SignedUp {

	}

	/**
	 * Nothing was written down.
	 *
	 * @param occurrenceId the date that stands in the way
	 * @param left seats that are free there, for {@link Reason#FULL}; else 0
	 * @param waiting groups that wait there already
	 */
	record Refused(Reason reason, UUID occurrenceId, int left, int waiting) implements SignedUp {

	}

	/** Why not. */
	enum Reason {

		/** No sign-up for this date: a draft, a cancelled date, or anybody may come. */
		NO_SIGN_UP,
		/** Sign-up has not begun. */
		NOT_YET,
		/** Sign-up is over. */
		CLOSED,
		/** More people than one person may sign up. */
		GROUP_TOO_LARGE,
		/** Not enough seats; people may wait. */
		FULL,
		/** Not enough seats, and nobody (else) may wait. */
		FULL_FOR_GOOD,
		/** This person is signed up for the date already. */
		TWICE;

		/** The message that says it. */
		public String messageKey() {
			return "registrations.refused." + name();
		}

	}

}
