package ru.sosedi.partners;

/** Where the card of an NGO stands. */
public enum NgoState {

	/** Only a name that somebody used: the card is not filled. */
	NAMED,
	/** The card is filled, residents do not see it. */
	KEPT,
	/** In the public directory. */
	LISTED;

	public String messageKey() {
		return "partners.ngo.state." + name();
	}

}
