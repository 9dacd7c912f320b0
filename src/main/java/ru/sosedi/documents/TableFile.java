package ru.sosedi.documents;

import java.util.Arrays;
import java.util.List;

import org.apache.tika.Tika;

/**
 * An uploaded table, judged by its content and never by its name: text is read as CSV, a
 * ZIP container as XLSX, everything else is refused with a sentence that says what to do.
 */
public final class TableFile {

	/** 10 MB. */
	public static final int MOST_BYTES = 10 * 1024 * 1024;

	/** Rows below the header. */
	public static final int MOST_ROWS = 20_000;

	static final int MOST_COLUMNS = 60;

	static final int LONGEST_CELL = 4_000;

	private static final int ENOUGH_TO_JUDGE = 64 * 1024;

	private TableFile() {
	}

	/**
	 * Refuses at once what cannot be a table, without reading it through.
	 * @throws UnreadableTableException see {@link #lines}
	 */
	public static void check(byte[] content) {
		typeOf(content);
	}

	/**
	 * All rows of the table, the empty ones too.
	 * @throws UnreadableTableException when the content is no table, is broken or exceeds
	 * a limit
	 */
	public static List<Line> lines(byte[] content) {
		return (typeOf(content) == Type.XLSX) ? new TableXlsx().lines(content) : TableCsv.lines(content);
	}

	/**
	 * @param number the row's number as a spreadsheet shows it, the header being row 1
	 * @param cells from the first column on; shorter rows have fewer
	 */
	public record Line(int number, List<String> cells) {

		/** The mark of a row that explains the table and is not read. */
		private static final String REMARK = "#";

		public boolean isEmpty() {
			return this.cells.stream().allMatch(String::isBlank);
		}

		public boolean isRemark() {
			return this.cells.stream().filter((cell) -> !cell.isBlank()).findFirst().orElse("").startsWith(REMARK);
		}

	}

	private enum Type {

		CSV, XLSX

	}

	private static Type typeOf(byte[] content) {
		if (content.length == 0) {
			throw new UnreadableTableException("empty");
		}
		if (content.length > MOST_BYTES) {
			throw new UnreadableTableException("too-big", MOST_BYTES / 1024 / 1024);
		}
		byte[] head = Arrays.copyOf(content, Math.min(content.length, ENOUGH_TO_JUDGE));
		String type = new Tika().detect(head);
		if (type.equals("application/zip") || type.contains("ooxml") || type.contains("openxmlformats")) {
			return Type.XLSX;
		}
		if (type.equals("application/x-tika-msoffice") || type.equals("application/vnd.ms-excel")) {
			throw new UnreadableTableException("old-excel");
		}
		if (type.equals("application/octet-stream") && hasNoControlCharacters(head)) {
			// Russian text in Windows-1251 looks like this.
			return Type.CSV;
		}
		if (type.startsWith("text/") && !type.equals("text/html") && !type.equals("text/rtf")) {
			return Type.CSV;
		}
		throw new UnreadableTableException("not-a-table");
	}

	private static boolean hasNoControlCharacters(byte[] head) {
		for (byte b : head) {
			if (b >= 0 && b < ' ' && b != '\t' && b != '\r' && b != '\n') {
				return false;
			}
		}
		return true;
	}

}
