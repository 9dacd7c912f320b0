package ru.sosedi.network;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import ru.sosedi.documents.TableFile.Line;

/**
 * A file as a table: what the portal knows of its header, and the rows below.
 *
 * @param columns known columns by their place
 * @param header all headers as they are written
 * @param unknown headers that the format does not know; they are not read
 * @param rows only rows with something in them
 */
record ImportTable(Map<ImportColumn, Integer> columns, List<String> header, List<String> unknown, List<Line> rows) {

	private static final int LONGEST_HEADER = 80;

	/**
	 * @throws ImportUnclearException when there is no header, an obligatory column is
	 * missing, a column stands twice or there is nothing below the header
	 */
	static ImportTable of(ImportKind kind, List<Line> lines, ImportWords words) {
		List<Line> written = lines.stream().filter((line) -> !line.isEmpty() && !line.isRemark()).toList();
		if (written.isEmpty()) {
			throw new ImportUnclearException("file.empty");
		}
		Map<ImportColumn, Integer> columns = new EnumMap<>(ImportColumn.class);
		List<String> unknown = new ArrayList<>();
		Map<String, ImportColumn> known = words.columns(kind);
		// What the portal itself writes beside refused rows.
		List<String> ours = new ArrayList<>(words.all("network.import.row"));
		ours.addAll(words.all("network.import.reason"));
		List<String> header = written.getFirst().cells();
		for (int at = 0; at < header.size(); at++) {
			ImportColumn column = known.get(ImportWords.plain(header.get(at)));
			if (column != null && columns.put(column, at) != null) {
				throw new ImportUnclearException("file.column-twice", header.get(at).strip());
			}
			if (column == null && !header.get(at).isBlank() && !ours.contains(ImportWords.plain(header.get(at)))) {
				unknown.add(shortened(header.get(at)));
			}
		}
		Set<ImportColumn> missing = EnumSet.noneOf(ImportColumn.class);
		ImportColumn.of(kind).stream().filter(ImportColumn::isObligatory).forEach(missing::add);
		missing.removeAll(columns.keySet());
		if (!missing.isEmpty()) {
			throw new ImportUnclearException("file.columns-missing",
					String.join(", ", missing.stream().map((column) -> words.own(column.messageKey())).toList()));
		}
		if (written.size() == 1) {
			throw new ImportUnclearException("file.header-only");
		}
		return new ImportTable(columns, header.stream().map(ImportTable::shortened).toList(), unknown,
				written.subList(1, written.size()));
	}

	/** Empty when the file has no such column or the row no such cell. */
	String cell(Line line, ImportColumn column) {
		Integer at = this.columns.get(column);
		return (at == null || at >= line.cells().size()) ? "" : line.cells().get(at).strip();
	}

	private static String shortened(String cell) {
		String header = cell.strip();
		return (header.length() > LONGEST_HEADER) ? header.substring(0, LONGEST_HEADER) + "\u2026" : header;
	}

}
