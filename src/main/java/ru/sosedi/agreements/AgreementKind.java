package ru.sosedi.agreements;

/** What kind of agreement it is. Its parties are always legal entities. */
public enum AgreementKind {

	/** Between an alliance and a library system; no money. */
	FRAMEWORK,
	/** Between an NGO and a library system, for one or more centres. */
	PARTNERSHIP,
	/** Changes named clauses of a signed agreement. */
	AMENDMENT,
	/** Belongs to a signed agreement: a list of centres, a plan of events. */
	SCHEDULE,
	/** On the work of volunteers. */
	VOLUNTEERS;

	/** Whether it exists only with the agreement that it belongs to. */
	public boolean belongsToAnother() {
		return this == AMENDMENT || this == SCHEDULE;
	}

	/** The message that names it. */
	public String messageKey() {
		return "agreements.kind." + name();
	}

}
