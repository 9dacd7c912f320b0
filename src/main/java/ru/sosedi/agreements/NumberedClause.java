package ru.sosedi.agreements;

/**
 * A clause as people read it.
 *
 * @param number {@code 3}, {@code 3.1}, of an appendix its own number; empty for a
 * recital
 * @param heading with its fields filled
 * @param html harmless HTML, fields filled; may be empty
 */
public record NumberedClause(Clause clause, String number, String heading, String html) {

	public ClausePart part() {
		return this.clause.part();
	}

}
