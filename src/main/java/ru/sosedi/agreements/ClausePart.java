package ru.sosedi.agreements;

/** What a clause is in the order of the text. */
public enum ClausePart {

	/** Unnumbered, before the numbered text. */
	RECITAL,
	/** A numbered heading: 1, 2, 3. */
	SECTION,
	/** Numbered within its section: 1.1, 1.2. */
	CLAUSE,
	/** After the signatures, numbered on its own. */
	APPENDIX;

	/** The message that names it. */
	public String messageKey() {
		return "agreements.part." + name();
	}

}
