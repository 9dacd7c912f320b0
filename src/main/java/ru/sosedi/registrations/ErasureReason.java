package ru.sosedi.registrations;

/** Why personal data was erased. */
public enum ErasureReason {

	/** It has served its purpose: the event is long over. */
	RETENTION,
	/** The person asked for it. */
	REQUEST,
	/** The person took her consent back. */
	WITHDRAWAL;

	/** The message that names it. */
	public String messageKey() {
		return "registrations.erasure.reason." + name();
	}

}
