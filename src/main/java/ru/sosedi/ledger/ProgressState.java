package ru.sosedi.ledger;

/** How a promise stands on a day. */
public enum ProgressState {

	/** Something of a period that is over is missing. */
	BEHIND,
	/** Nothing is missing yet. */
	ON_TIME,
	/** More was done than is owed by the end of the present period. */
	AHEAD,
	/** All that the term owes is done. */
	DONE;

	/** The message that names it in a word or two. */
	public String messageKey() {
		return "ledger.state." + name();
	}

}
