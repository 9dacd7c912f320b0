package ru.sosedi.programme;

/** Whether an occurrence takes place. */
public enum OccurrenceState {

	SCHEDULED, CANCELLED;

	/** The message that names it: {@code programme.occurrence.state.<constant>}. */
	public String messageKey() {
		return "programme.occurrence.state." + name();
	}

}
