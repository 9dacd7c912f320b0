package ru.sosedi.documents;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;

/**
 * CSV as people save it: UTF-8 with or without a mark, UTF-16 with one, else
 * Windows-1251; semicolons, commas or tabs.
 */
final class TableCsv {

	private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");

	private static final char MARK = '\uFEFF';

	private static final char[] SEPARATORS = { ';', ',', '\t' };

	private TableCsv() {
	}

	static List<TableFile.Line> lines(byte[] content) {
		String text = decoded(content);
		if (text.indexOf('\0') >= 0) {
			throw new UnreadableTableException("not-a-table");
		}
		List<TableFile.Line> lines = new ArrayList<>();
		try (CsvReader<CsvRecord> reader = CsvReader.builder()
			.fieldSeparator(separatorOf(text))
			.skipEmptyLines(false)
			.allowMissingFields(true)
			.allowExtraFields(true)
			.ofCsvRecord(text)) {
			for (CsvRecord row : reader) {
				lines.add(line(lines.size() + 1, row));
			}
		}
		catch (CsvParseException ex) {
			throw new UnreadableTableException("broken");
		}
		catch (java.io.IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
		return lines;
	}

	private static TableFile.Line line(int number, CsvRecord row) {
		if (row.getFieldCount() > TableFile.MOST_COLUMNS) {
			throw new UnreadableTableException("too-many-columns", TableFile.MOST_COLUMNS);
		}
		if (number > TableFile.MOST_ROWS + 1) {
			throw new UnreadableTableException("too-many-rows", TableFile.MOST_ROWS);
		}
		for (String cell : row.getFields()) {
			if (cell.length() > TableFile.LONGEST_CELL) {
				throw new UnreadableTableException("cell-too-long", number, TableFile.LONGEST_CELL);
			}
		}
		return new TableFile.Line(number, row.getFields().stream().map(TableCsv::undefused).toList());
	}

	/**
	 * Takes back what {@link OfficeTable} put before a cell that looks like a formula.
	 */
	private static String undefused(String cell) {
		return cell.matches("(?s)'[=+\\-@\\t\\r].*") ? cell.substring(1) : cell;
	}

	private static String decoded(byte[] content) {
		String text = decoded(content, marked(content));
		if (text == null) {
			text = new String(content, WINDOWS_1251);
		}
		return (!text.isEmpty() && text.charAt(0) == MARK) ? text.substring(1) : text;
	}

	private static Charset marked(byte[] content) {
		if (content.length > 1 && content[0] == (byte) 0xFF && content[1] == (byte) 0xFE) {
			return StandardCharsets.UTF_16LE;
		}
		if (content.length > 1 && content[0] == (byte) 0xFE && content[1] == (byte) 0xFF) {
			return StandardCharsets.UTF_16BE;
		}
		return StandardCharsets.UTF_8;
	}

	/** {@code null} when the bytes are not of that encoding. */
	private static String decoded(byte[] content, Charset encoding) {
		try {
			return encoding.newDecoder()
				.onMalformedInput(CodingErrorAction.REPORT)
				.onUnmappableCharacter(CodingErrorAction.REPORT)
				.decode(ByteBuffer.wrap(content))
				.toString();
		}
		catch (CharacterCodingException ex) {
			return null;
		}
	}

	/** The separator that stands most often in the header, quoted text left aside. */
	private static char separatorOf(String text) {
		char best = SEPARATORS[0];
		int most = 0;
		for (char separator : SEPARATORS) {
			int count = countInHeader(text, separator);
			if (count > most) {
				best = separator;
				most = count;
			}
		}
		return best;
	}

	private static int countInHeader(String text, char separator) {
		boolean quoted = false;
		boolean written = false;
		int count = 0;
		for (int at = 0; at < text.length(); at++) {
			char c = text.charAt(at);
			quoted ^= c == '"';
			if ((c == '\n' || c == '\r') && !quoted && written) {
				break;
			}
			written |= !Character.isWhitespace(c);
			count += (c == separator && !quoted) ? 1 : 0;
		}
		return count;
	}

}
