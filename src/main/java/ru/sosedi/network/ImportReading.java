package ru.sosedi.network;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import ru.sosedi.documents.TableFile.Line;
import ru.sosedi.shared.RefusedException;

/**
 * What one row says: the value of every filled cell in the portal's own words, and the
 * cells that make no sense. An empty cell says nothing; a dash clears.
 */
final class ImportReading {

	private final ImportTable table;

	private final Line line;

	private final Map<ImportColumn, String> values = new EnumMap<>(ImportColumn.class);

	private final List<ImportProblem> problems = new ArrayList<>();

	ImportReading(ImportTable table, Line line) {
		this.table = table;
		this.line = line;
	}

	Line line() {
		return this.line;
	}

	Map<ImportColumn, String> values() {
		return this.values;
	}

	List<ImportProblem> problems() {
		return this.problems;
	}

	boolean tells(ImportColumn column) {
		return !this.table.cell(this.line, column).isEmpty();
	}

	/** A value that may be cleared by a dash. */
	void optional(ImportColumn column, Function<String, String> canonical) {
		String cell = this.table.cell(this.line, column);
		if (ImportCells.clears(cell)) {
			this.values.put(column, "");
		}
		else if (!cell.isEmpty()) {
			take(column, cell, canonical);
		}
	}

	/** A value that must be there. */
	void required(ImportColumn column, Function<String, String> canonical) {
		String cell = this.table.cell(this.line, column);
		if (cell.isEmpty() || ImportCells.clears(cell)) {
			refuse(ImportProblem.of(column, "missing"));
		}
		else {
			take(column, cell, canonical);
		}
	}

	/** The cell's value by a parser of one's own; {@code null} when empty or unclear. */
	<T> T parsed(ImportColumn column, Function<String, T> parser) {
		String cell = this.table.cell(this.line, column);
		if (cell.isEmpty() || ImportCells.clears(cell)) {
			return null;
		}
		try {
			return parser.apply(cell);
		}
		catch (ImportUnclearException ex) {
			refuse(ex.at(column));
			return null;
		}
	}

	void refuse(ImportProblem problem) {
		this.problems.add(problem);
	}

	private void take(ImportColumn column, String cell, Function<String, String> canonical) {
		try {
			this.values.put(column, canonical.apply(cell));
		}
		catch (ImportUnclearException ex) {
			refuse(ex.at(column));
		}
		catch (RefusedException ex) {
			refuse(ImportProblem.of(column, ex));
		}
	}

}
