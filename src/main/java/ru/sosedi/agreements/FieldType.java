package ru.sosedi.agreements;

/** What may be typed into a field of a text. */
public enum FieldType {

	/** One line. */
	TEXT,
	/** A whole or decimal number. */
	NUMBER,
	/** A day. */
	DATE;

	/** The message that names it. */
	public String messageKey() {
		return "agreements.field-type." + name();
	}

}
