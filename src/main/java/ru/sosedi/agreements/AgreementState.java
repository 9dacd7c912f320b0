package ru.sosedi.agreements;

/**
 * Where an agreement stands: computed from facts ({@link AgreementStanding}), never
 * stored.
 */
public enum AgreementState {

	/** Only the coordinator has seen it. */
	DRAFT,
	/** It goes back and forth between the sides, or waits for visas. */
	IN_NEGOTIATION,
	/** All visas are given; the text may be frozen. */
	AGREED,
	/** Frozen, nobody has signed. */
	BEING_SIGNED,
	/** Some have signed. */
	PARTLY_SIGNED,
	/** All have signed, its first day is still to come. */
	SIGNED, IN_FORCE,
	/** In force, its last day is at most 30 days away and will not move by itself. */
	EXPIRING,
	/** In force beyond the end that was signed. */
	PROLONGED, EXPIRED, TERMINATED,
	/** Put away: over, or a draft that was given up. */
	ARCHIVED;

	/** Whether it binds its sides today. */
	public boolean isInForce() {
		return this == IN_FORCE || this == EXPIRING || this == PROLONGED;
	}

	/** Whether its text is still being written. */
	public boolean isBeingWritten() {
		return this == DRAFT || this == IN_NEGOTIATION || this == AGREED;
	}

	/** Whether it waits for signatures. */
	public boolean isBeingSigned() {
		return this == BEING_SIGNED || this == PARTLY_SIGNED;
	}

	/** The message that names it. */
	public String messageKey() {
		return "agreements.state." + name();
	}

}
