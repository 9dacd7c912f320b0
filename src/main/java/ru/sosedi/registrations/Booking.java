package ru.sosedi.registrations;

/** How the dates of a series can be booked. */
public enum Booking {

	/** Each date by itself. */
	SINGLE,
	/** All dates that are to come, in one go. */
	WHOLE,
	/** As people like. */
	EITHER;

	/** The message that names it. */
	public String messageKey() {
		return "registrations.booking." + name();
	}

}
