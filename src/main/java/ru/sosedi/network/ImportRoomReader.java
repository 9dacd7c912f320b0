package ru.sosedi.network;

import org.springframework.stereotype.Component;
import ru.sosedi.documents.TableFile.Line;

/** Reads a row of the rooms' table. */
@Component
class ImportRoomReader {

	private static final int LONGEST_NAME = 150;

	private static final int LARGEST = 99_999;

	private static final int MOST_EQUIPMENT = 50;

	private static final int LONGEST_EQUIPMENT = 150;

	private final ImportCells cells;

	ImportRoomReader(ImportCells cells) {
		this.cells = cells;
	}

	ImportReading read(ImportTable table, Line line) {
		ImportReading row = new ImportReading(table, line);
		row.required(ImportColumn.ROOM_LIBRARY, (cell) -> this.cells.line(cell, ImportLibraryReader.LONGEST_NAME));
		row.required(ImportColumn.ROOM_NAME, (cell) -> this.cells.line(cell, LONGEST_NAME));
		row.required(ImportColumn.ROOM_KIND, (cell) -> this.cells.text(ImportCells.ROOM_KIND,
				this.cells.choice(cell, ImportCells.ROOM_KIND, RoomKind.values())));
		row.optional(ImportColumn.ROOM_SEATS, (cell) -> String.valueOf(this.cells.whole(cell, 0, 5000)));
		row.optional(ImportColumn.ROOM_AREA, this::area);
		row.optional(ImportColumn.ROOM_EQUIPMENT,
				(cell) -> String.join("; ", this.cells.list(cell, MOST_EQUIPMENT, LONGEST_EQUIPMENT)));
		row.optional(ImportColumn.ROOM_NOISE, (cell) -> this.cells.text(ImportCells.NOISE,
				this.cells.choice(cell, ImportCells.NOISE, Noise.values())));
		row.optional(ImportColumn.ROOM_STEP_FREE, (cell) -> this.cells.text(this.cells.yesNo(cell)));
		row.optional(ImportColumn.ROOM_NEEDS_STAFF, (cell) -> this.cells.text(this.cells.yesNo(cell)));
		// These always have a value: a dash says as little as an empty cell.
		row.values().remove(ImportColumn.ROOM_NOISE, "");
		row.values().remove(ImportColumn.ROOM_STEP_FREE, "");
		row.values().remove(ImportColumn.ROOM_NEEDS_STAFF, "");
		return row;
	}

	private String area(String cell) {
		java.math.BigDecimal area = this.cells.decimal(cell, 0, LARGEST, 1);
		if (area.signum() == 0) {
			throw new ImportUnclearException("decimal", 1, LARGEST);
		}
		return area.toPlainString();
	}

}
