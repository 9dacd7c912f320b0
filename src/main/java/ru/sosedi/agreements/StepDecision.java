package ru.sosedi.agreements;

/** How a step ended. */
public enum StepDecision {

	/** The visa was given. */
	APPROVED,
	/** The side has signed. */
	SIGNED,
	/** Back to drafting, with a reason. */
	DECLINED;

	/** The message that names it. */
	public String messageKey() {
		return "agreements.step-decision." + name();
	}

}
