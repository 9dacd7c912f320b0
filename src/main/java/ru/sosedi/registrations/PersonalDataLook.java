package ru.sosedi.registrations;

/** How a member of staff came to see personal data. */
public enum PersonalDataLook {

	/** The list of a date. */
	LIST,
	/** One sign-up. */
	CARD,
	/** The check-in at the door. */
	CHECK_IN,
	/** The printed list. */
	PRINT,
	/** A file to take away. */
	EXPORT;

	/** The message that names it. */
	public String messageKey() {
		return "registrations.look." + name();
	}

}
