package ru.sosedi.network;

import java.util.Arrays;
import java.util.List;

import org.apache.tika.Tika;

/**
 * An uploaded table, judged by its content and never by its name: text is read as CSV, a
 * ZIP container as XLSX, everything else is refused with a sentence that says what to do.
 */
final class ImportFile {

	static final int MOST_BYTES = 10 * 1024 * 1024;

	private static final int ENOUGH_TO_JUDGE = 64 * 1024;

	private ImportFile() {
	}

	/**
	 * Refuses at once what cannot be a table, without reading it through.
	 * @throws ImportUnclearException see {@link #lines}
	 */
	static void check(byte[] content) {
		typeOf(content);
	}

	/**
	 * All rows of the table, the empty ones too.
	 * @throws ImportUnclearException when the content is no table, is broken or exceeds a
	 * limit
	 */
	static List<ImportTable.Line> lines(byte[] content) {
		return (typeOf(content) == Type.XLSX) ? new ImportXlsx().lines(content) : ImportCsv.lines(content);
	}

	private enum Type {

		CSV, XLSX

	}

	private static Type typeOf(byte[] content) {
		if (content.length == 0) {
			throw new ImportUnclearException("file.empty");
		}
		if (content.length > MOST_BYTES) {
			throw new ImportUnclearException("file.too-big", MOST_BYTES / 1024 / 1024);
		}
		byte[] head = Arrays.copyOf(content, Math.min(content.length, ENOUGH_TO_JUDGE));
		String type = new Tika().detect(head);
		if (type.equals("application/zip") || type.contains("ooxml") || type.contains("openxmlformats")) {
			return Type.XLSX;
		}
		if (type.equals("application/x-tika-msoffice") || type.equals("application/vnd.ms-excel")) {
			throw new ImportUnclearException("file.old-excel");
		}
		if (type.equals("application/octet-stream") && hasNoControlCharacters(head)) {
			// Russian text in Windows-1251 looks like this.
			return Type.CSV;
		}
		if (type.startsWith("text/") && !type.equals("text/html") && !type.equals("text/rtf")) {
			return Type.CSV;
		}
		throw new ImportUnclearException("file.not-a-table");
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
