package ru.sosedi.programme;

/** How far an event has come. */
public enum EventState {

	/** Seen by its staff only. */
	DRAFT,
	/** Seen by residents. */
	PUBLISHED,
	/** Published, and all its dates are over. Never stored: it follows from the clock. */
	HELD,
	/** Will not take place; the reason is told. */
	CANCELLED;

	/** The message that names it: {@code programme.state.<constant>}. */
	public String messageKey() {
		return "programme.state." + name();
	}

}
