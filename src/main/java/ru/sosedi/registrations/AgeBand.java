package ru.sosedi.registrations;

/**
 * The age of people as library statistics counts it: children to 14 inclusive, youth from
 * 15 to 30, everybody else; the others are split once more for the network's own sake.
 */
public enum AgeBand {

	TO_14, FROM_15_TO_30, FROM_31_TO_54, FROM_55;

	/** The message that names it. */
	public String messageKey() {
		return "registrations.age." + name();
	}

}
