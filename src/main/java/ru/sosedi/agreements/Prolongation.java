package ru.sosedi.agreements;

/** What happens on the last day. */
public enum Prolongation {

	/** The agreement ends. */
	NONE,
	/** It goes on for its months unless a side gives notice in time. */
	AUTOMATIC;

	/** The message that names it. */
	public String messageKey() {
		return "agreements.prolongation." + name();
	}

}
