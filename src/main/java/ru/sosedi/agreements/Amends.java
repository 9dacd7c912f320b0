package ru.sosedi.agreements;

/** What a clause of a supplementary agreement does to a clause of the signed text. */
public enum Amends {

	/** Puts new words in its place. */
	REPLACE,
	/** Adds a clause behind it. */
	ADD_AFTER,
	/** Takes it out. */
	REMOVE;

	/** The message that names it. */
	public String messageKey() {
		return "agreements.amends." + name();
	}

}
