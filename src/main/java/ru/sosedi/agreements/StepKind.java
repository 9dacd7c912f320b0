package ru.sosedi.agreements;

/** What a step of a circuit asks for. */
public enum StepKind {

	/** A visa; what comes after it waits. */
	VISA,
	/** A signature of one side. */
	SIGNATURE;

	/** The message that names it. */
	public String messageKey() {
		return "agreements.step-kind." + name();
	}

}
