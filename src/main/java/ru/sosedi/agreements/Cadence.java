package ru.sosedi.agreements;

/** How often the amount is due. */
public enum Cadence {

	/** Once, until a day. */
	ONCE,
	/** In every calendar month. */
	MONTH,
	/** In every calendar quarter. */
	QUARTER,
	/** In every calendar year. */
	YEAR,
	/** Within the whole term. */
	TERM;

	/** The message that names it. */
	public String messageKey() {
		return "agreements.cadence." + name();
	}

}
