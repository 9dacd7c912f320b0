package ru.sosedi.partners;

/** What a party of an agreement can be: a legal entity. A branch never signs. */
public enum PartyKind {

	/** A socially oriented non-profit organisation. */
	NGO,
	/** The legal entity that owns libraries. */
	LIBRARY_SYSTEM;

	public String messageKey() {
		return "partners.party.kind." + name();
	}

}
