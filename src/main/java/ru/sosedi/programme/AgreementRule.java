package ru.sosedi.programme;

/** What happens when an event with a partner has no agreement in force behind it. */
public enum AgreementRule {

	/** It is said; the event can be published. */
	WARN,
	/** The event cannot be published. */
	BLOCK,
	/** Nobody asks. */
	OFF;

	/** The message that names it. */
	public String messageKey() {
		return "programme.agreement-rule." + name();
	}

}
