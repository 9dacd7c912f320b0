package ru.sosedi.network;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import de.siegmar.fastcsv.writer.CsvWriter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;

/**
 * The files that an administrator downloads: an empty table to fill in, and the refused
 * rows to mend. In a template the legend and the example begin with {@code #}: such rows
 * are not read, so nobody has to remove them.
 */
@Service
public class ImportTemplate {

	private static final String REMARK = "# ";

	private static final char MARK = '\uFEFF';

	private static final int WIDTH = 28;

	private final MessageSource messages;

	ImportTemplate(MessageSource messages) {
		this.messages = messages;
	}

	/** A table with header, legend and example: UTF-8 with a mark and semicolons. */
	public byte[] csv(ImportKind kind, Locale language) {
		return csv(rows(kind, language));
	}

	/** The same as a spreadsheet. */
	public byte[] xlsx(ImportKind kind, Locale language) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (Workbook workbook = new Workbook(bytes, "sosedi", "1.0")) {
			Worksheet sheet = workbook
				.newWorksheet(message("network.import.kind." + kind.name().toLowerCase(Locale.ROOT), language));
			List<List<String>> rows = rows(kind, language);
			for (int row = 0; row < rows.size(); row++) {
				for (int column = 0; column < rows.get(row).size(); column++) {
					sheet.value(row, column, rows.get(row).get(column));
					sheet.style(row, column).wrapText(true).verticalAlignment("top").set();
					sheet.width(column, WIDTH);
				}
			}
			sheet.range(0, 0, 0, rows.getFirst().size() - 1).style().bold().set();
			sheet.freezePane(0, 1);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	private List<List<String>> rows(ImportKind kind, Locale language) {
		List<ImportColumn> columns = ImportColumn.of(kind);
		return List.of(columns.stream().map((column) -> message(column.messageKey(), language)).toList(),
				remark(columns, ".legend", language), remark(columns, ".example", language));
	}

	private List<String> remark(List<ImportColumn> columns, String which, Locale language) {
		List<String> cells = new ArrayList<>(
				columns.stream().map((column) -> message(column.messageKey() + which, language)).toList());
		cells.set(0, REMARK + cells.getFirst());
		return cells;
	}

	/** The refused rows as they stood in the file, and why they were refused. */
	public byte[] refused(ImportDraft draft, List<ImportRow> rows, Locale language) {
		List<List<String>> table = new ArrayList<>();
		table.add(header(draft, language));
		for (ImportRow row : rows) {
			List<String> cells = new ArrayList<>(row.cells());
			while (cells.size() < table.getFirst().size() - 2) {
				cells.add("");
			}
			cells.add(String.valueOf(row.number()));
			cells.add(reasons(row, language));
			table.add(cells);
		}
		return csv(table);
	}

	private List<String> header(ImportDraft draft, Locale language) {
		List<String> header = new ArrayList<>(draft.header());
		header.add(message("network.import.row", language));
		header.add(message("network.import.reason", language));
		return header;
	}

	/** Why a row was refused, in one line. */
	public String reasons(ImportRow row, Locale language) {
		return String.join("; ", row.problems().stream().map((problem) -> {
			String reason = message(problem.messageKey(), language, problem.arguments().toArray());
			return (problem.column() == null) ? reason
					: message(problem.column().messageKey(), language) + ": " + reason;
		}).toList());
	}

	private static byte[] csv(List<List<String>> rows) {
		StringWriter text = new StringWriter();
		text.write(MARK);
		try (CsvWriter csv = CsvWriter.builder().fieldSeparator(';').build(text)) {
			rows.forEach((row) -> csv.writeRecord(row.stream().map(ImportTemplate::harmless).toList()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return text.toString().getBytes(StandardCharsets.UTF_8);
	}

	/** A spreadsheet must not take a cell for a formula. */
	private static String harmless(String cell) {
		boolean number = cell.matches("-?\\d+([.,]\\d+)?");
		return (!number && cell.matches("(?s)[=+\\-@\\t\\r].*")) ? "'" + cell : cell;
	}

	private String message(String key, Locale language, Object... arguments) {
		return this.messages.getMessage(key, (arguments.length == 0) ? null : arguments, language);
	}

}
