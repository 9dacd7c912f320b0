package ru.sosedi.agreements;

/** What is promised, and thereby its unit. */
public enum CommitmentKind {

	/** Events held; settled by their closing. */
	EVENTS,
	/** Hours of a room; settled by the closing of events held there. */
	ROOM_HOURS,
	/** Pieces of equipment lent or given. */
	EQUIPMENT,
	/** Consultations given. */
	CONSULTATIONS,
	/** Posts and announcements. */
	POSTS,
	/** Services free of charge. */
	FREE_SERVICES,
	/** Hours of volunteers. */
	VOLUNTEER_HOURS,
	/** Anything else that can be counted. */
	OTHER;

	/** The message that names it. */
	public String messageKey() {
		return "agreements.commitment-kind." + name();
	}

}
