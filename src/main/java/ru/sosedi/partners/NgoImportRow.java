package ru.sosedi.partners;

import java.util.List;

/**
 * A row of an uploaded table and what is to be done with it.
 *
 * @param number the row's number as a spreadsheet shows it
 * @param title how a person calls the row; empty when it says no name
 * @param changes what differs from what is stored; for a new NGO every value
 * @param problems why it is refused; for a new NGO, what a person should look at
 * @param cells as they stand in the file
 */
public record NgoImportRow(int number, Verdict verdict, String title, List<Change> changes, List<Problem> problems,
		List<String> cells) {

	/** What is done with a row, the gravest first. */
	public enum Verdict {

		/** The row is refused for its problems. */
		REFUSE,
		/** A card is changed. */
		CHANGE,
		/** A card is made. */
		ADD,
		/** Everything is so already. */
		SAME;

		public String messageKey() {
			return "partners.import.verdict." + name();
		}

	}

	/**
	 * One value.
	 *
	 * @param before empty when there was nothing
	 */
	public record Change(NgoImportColumn column, String before, String after) {

	}

	/**
	 * @param column the column at fault; {@code null} for the whole row
	 */
	public record Problem(NgoImportColumn column, String messageKey, List<String> arguments) {

	}

	NgoImportRow refused(String messageKey) {
		return new NgoImportRow(this.number, Verdict.REFUSE, this.title, List.of(),
				List.of(new Problem(null, messageKey, List.of())), this.cells);
	}

	boolean doesAs(NgoImportRow other) {
		return this.verdict == other.verdict && this.changes.equals(other.changes);
	}

	boolean writes() {
		return this.verdict == Verdict.ADD || this.verdict == Verdict.CHANGE;
	}

}
