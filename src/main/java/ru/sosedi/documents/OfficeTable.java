package ru.sosedi.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import de.siegmar.fastcsv.writer.CsvWriter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A table for office programs. In a CSV file a text that such a program would take for a
 * formula gets an apostrophe before it; in a workbook a text is marked as one and needs
 * none.
 *
 * @param rows texts and whole numbers; {@code null} for an empty cell
 */
public record OfficeTable(String name, List<String> header, List<List<Object>> rows) {

	/** With the mark and the semicolons that Russian Excel expects. */
	public byte[] csv() {
		StringWriter text = new StringWriter();
		text.write('\uFEFF');
		try (CsvWriter csv = CsvWriter.builder().fieldSeparator(';').build(text)) {
			csv.writeRecord(this.header.stream().map(OfficeTable::harmless).toList());
			this.rows.forEach((row) -> csv.writeRecord(row.stream().map(OfficeTable::text).toList()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return text.toString().getBytes(StandardCharsets.UTF_8);
	}

	public byte[] xlsx() {
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		try (Workbook book = new Workbook(file, "Sosedi", "1.0")) {
			Worksheet sheet = book.newWorksheet(this.name.replaceAll("[\\[\\]:*?/\\\\]", " "));
			for (int column = 0; column < this.header.size(); column++) {
				sheet.value(0, column, this.header.get(column));
				sheet.style(0, column).bold().set();
			}
			for (int row = 0; row < this.rows.size(); row++) {
				for (int column = 0; column < this.rows.get(row).size(); column++) {
					Object cell = this.rows.get(row).get(column);
					if (cell instanceof Number number) {
						sheet.value(row + 1, column, number);
					}
					else {
						sheet.value(row + 1, column, (cell == null) ? "" : cell.toString());
					}
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return file.toByteArray();
	}

	private static String text(Object cell) {
		if (cell == null) {
			return "";
		}
		return (cell instanceof Number) ? cell.toString() : harmless(cell.toString());
	}

	private static String harmless(String text) {
		return text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
	}

}
