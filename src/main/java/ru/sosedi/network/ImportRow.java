package ru.sosedi.network;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * A row of an imported file and what is to be done with it.
 *
 * @param number the row's number as a spreadsheet shows it
 * @param title how a person calls the row
 * @param owner the library that a room is in; {@code null} for libraries
 * @param target what is changed; {@code null} for something new or refused
 * @param values what the row says, in the portal's own words; an empty text clears
 * @param changes what differs from what is stored; for something new every value
 * @param problems why it is refused
 * @param cells the cells as they stand in the file; empty for rows that change nothing
 */
public record ImportRow(int number, ImportVerdict verdict, String title, UUID owner, UUID target,
		Map<ImportColumn, String> values, List<Change> changes, List<ImportProblem> problems, List<String> cells) {

	/**
	 * One field.
	 *
	 * @param before empty when there was nothing
	 * @param after empty when nothing is left
	 */
	public record Change(ImportColumn column, String before, String after) {

	}

	/** A row as it was read, not yet compared with what is stored. */
	static ImportRow read(ImportReading reading, String title) {
		return new ImportRow(reading.line().number(), ImportVerdict.REFUSE, title, null, null, reading.values(),
				List.of(), reading.problems(), reading.line().cells());
	}

	boolean isUnreadable() {
		return !this.problems.isEmpty();
	}

	ImportRow refused(ImportProblem... reasons) {
		return new ImportRow(this.number, ImportVerdict.REFUSE, this.title, this.owner, null, this.values, List.of(),
				List.of(reasons), this.cells);
	}

	ImportRow in(UUID library) {
		return new ImportRow(this.number, this.verdict, this.title, library, this.target, this.values, this.changes,
				this.problems, this.cells);
	}

	/**
	 * What the row would do to what is stored.
	 * @param id what it is about; {@code null} when it is not there yet
	 * @param stored what is stored, in the portal's own words
	 */
	ImportRow comparedWith(UUID id, Map<ImportColumn, String> stored) {
		List<Change> differences = this.values.entrySet()
			.stream()
			.map((value) -> new Change(value.getKey(), stored.getOrDefault(value.getKey(), ""), value.getValue()))
			.filter((change) -> !change.before().equals(change.after()))
			.toList();
		if (differences.isEmpty()) {
			return new ImportRow(this.number, ImportVerdict.SAME, this.title, this.owner, id, this.values, List.of(),
					List.of(), List.of());
		}
		return new ImportRow(this.number, (id == null) ? ImportVerdict.ADD : ImportVerdict.CHANGE, this.title,
				this.owner, id, this.values, differences, List.of(), this.cells);
	}

	/** Whether this and the other would do the very same thing. */
	boolean doesAs(ImportRow other) {
		return this.verdict == other.verdict && Objects.equals(this.target, other.target)
				&& Objects.equals(this.owner, other.owner) && this.changes.equals(other.changes);
	}

}
