package ru.sosedi.programme;

/** Where an event reaches people, as form 6-NK counts it. */
public enum DeliveryMode {

	/** In the library. */
	IN_HOUSE,
	/** Outside its walls: a yard, a school, a park. */
	OUTREACH,
	/** By connection only. */
	REMOTE;

	/** The message that names it: {@code programme.mode.<constant>}. */
	public String messageKey() {
		return "programme.mode." + name();
	}

}
