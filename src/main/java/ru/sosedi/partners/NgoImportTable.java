package ru.sosedi.partners;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import ru.sosedi.documents.TableFile.Line;
import ru.sosedi.shared.RefusedException;

/**
 * A file as a table of NGOs.
 *
 * @param columns known columns by their place
 * @param header all headers as they are written
 * @param unknown headers that the format does not know
 * @param rows only rows with something in them
 */
record NgoImportTable(Map<NgoImportColumn, Integer> columns, List<String> header, List<String> unknown,
		List<Line> rows) {

	static final int MOST_ROWS = 2000;

	private static final int LONGEST_HEADER = 80;

	/**
	 * @throws RefusedException at the field {@code file} when it has no header, no column
	 * of names, a column twice, no rows or too many
	 */
	static NgoImportTable of(List<Line> lines, NgoImportWords words) {
		List<Line> written = lines.stream().filter((line) -> !line.isEmpty() && !line.isRemark()).toList();
		if (written.size() < 2) {
			throw new RefusedException("file", "partners.import.file.no-rows");
		}
		if (written.size() - 1 > MOST_ROWS) {
			throw new RefusedException("file", "partners.import.file.too-many", MOST_ROWS);
		}
		List<String> header = written.getFirst().cells().stream().map(NgoImportTable::shortened).toList();
		List<String> unknown = new ArrayList<>();
		Map<NgoImportColumn, Integer> columns = columns(header, unknown, words);
		if (!columns.containsKey(NgoImportColumn.SHORT_NAME)) {
			throw new RefusedException("file", "partners.import.file.no-names",
					words.own(NgoImportColumn.SHORT_NAME.messageKey()));
		}
		return new NgoImportTable(columns, header, unknown, written.subList(1, written.size()));
	}

	/** The table of rows that were kept with this header. */
	static NgoImportTable kept(List<String> header, NgoImportWords words) {
		return new NgoImportTable(columns(header, new ArrayList<>(), words), header, List.of(), List.of());
	}

	private static Map<NgoImportColumn, Integer> columns(List<String> header, List<String> unknown,
			NgoImportWords words) {
		Map<String, NgoImportColumn> known = words.columns();
		Map<NgoImportColumn, Integer> columns = new EnumMap<>(NgoImportColumn.class);
		for (int at = 0; at < header.size(); at++) {
			NgoImportColumn column = known.get(NgoImportWords.plain(header.get(at)));
			if (column != null && columns.put(column, at) != null) {
				throw new RefusedException("file", "partners.import.file.column-twice", header.get(at));
			}
			if (column == null && !header.get(at).isBlank() && !words.isOurs(header.get(at))) {
				unknown.add(header.get(at));
			}
		}
		return columns;
	}

	/** Empty when the file has no such column or the row no such cell. */
	String cell(List<String> cells, NgoImportColumn column) {
		Integer at = this.columns.get(column);
		return (at == null || at >= cells.size()) ? "" : cells.get(at).strip();
	}

	private static String shortened(String cell) {
		String header = cell.strip();
		return (header.length() > LONGEST_HEADER) ? header.substring(0, LONGEST_HEADER) : header;
	}

}
