package ru.sosedi.programme;

import java.time.LocalDate;

/**
 * Whether one can sign up for a date, as its row in a list says it.
 *
 * @param left free seats; {@code null} when nobody counts them
 * @param waiting groups on the waiting list
 * @param opensOn the day on which sign-up begins, at the library's own clock;
 * {@code null} when it began with the publication
 */
public record SignUpNotice(Kind kind, Integer left, int waiting, LocalDate opensOn) {

	/** What can be done. */
	public enum Kind {

		/** Sign up. */
		OPEN,
		/** Join the waiting list. */
		WAITING_LIST,
		/** Nothing: there is no seat. */
		FULL,
		/** Nothing yet. */
		NOT_YET,
		/** Nothing any more. */
		CLOSED

	}

	/** How many free seats are few: they are worth a warning. */
	private static final int FEW = 5;

	/** Whether there are seats, but not many. */
	public boolean isNearlyFull() {
		return this.kind == Kind.OPEN && this.left != null && this.left <= FEW;
	}

}
