package ru.sosedi.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The first sheet of an XLSX file. Everything that a hostile file could blow up is
 * bounded before it is parsed: parts, unpacked bytes, rows, columns, characters of a
 * cell; document types are not allowed. A formula counts as its stored value. Why no
 * library: docs/adr/0025.
 */
final class TableXlsx {

	private static final int MOST_PARTS = 500;

	private static final int MOST_UNPACKED_BYTES = 64 * 1024 * 1024;

	private static final int MOST_STRINGS = 500_000;

	private static final String WORKBOOK = "xl/workbook.xml";

	private static final String RELATIONS = "xl/_rels/workbook.xml.rels";

	private static final String STRINGS = "xl/sharedStrings.xml";

	private static final String SHEETS = "xl/worksheets/";

	private static final String RELATIONSHIP_ID = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

	private final XMLInputFactory xml = XMLInputFactory.newDefaultFactory();

	TableXlsx() {
		this.xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		this.xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		this.xml.setProperty(XMLInputFactory.IS_COALESCING, true);
	}

	List<TableFile.Line> lines(byte[] content) {
		try {
			Map<String, byte[]> parts = unpacked(content);
			if (!parts.containsKey(WORKBOOK)) {
				throw new UnreadableTableException("not-a-table");
			}
			byte[] sheet = parts.get(firstSheet(parts));
			if (sheet == null) {
				throw new UnreadableTableException("broken");
			}
			return new Sheet(strings(parts.get(STRINGS))).lines(sheet);
		}
		catch (IOException | XMLStreamException | IllegalArgumentException ex) {
			throw new UnreadableTableException("broken");
		}
	}

	/**
	 * By the archive's directory and thus from a file: some programs write entries that
	 * cannot be read as a stream.
	 */
	private static Map<String, byte[]> unpacked(byte[] content) throws IOException {
		Path file = Files.createTempFile("import", ".xlsx");
		try {
			Files.write(file, content);
			try (ZipFile zip = new ZipFile(file.toFile())) {
				return unpacked(zip);
			}
		}
		finally {
			Files.delete(file);
		}
	}

	private static Map<String, byte[]> unpacked(ZipFile zip) throws IOException {
		if (zip.size() > MOST_PARTS) {
			throw new UnreadableTableException("bomb");
		}
		Map<String, byte[]> parts = new HashMap<>();
		long left = MOST_UNPACKED_BYTES;
		for (ZipEntry entry : Collections.list(zip.entries())) {
			if (isNeeded(entry.getName())) {
				// Never readAllBytes: what an entry says about its size is not to be
				// trusted.
				try (InputStream stream = zip.getInputStream(entry)) {
					byte[] part = stream.readNBytes((int) left + 1);
					left -= part.length;
					if (left < 0) {
						throw new UnreadableTableException("bomb");
					}
					parts.put(entry.getName(), part);
				}
			}
		}
		return parts;
	}

	private static boolean isNeeded(String name) {
		return name.equals(WORKBOOK) || name.equals(RELATIONS) || name.equals(STRINGS) || name.startsWith(SHEETS);
	}

	private String firstSheet(Map<String, byte[]> parts) throws XMLStreamException {
		String id = null;
		XMLStreamReader workbook = reader(parts.get(WORKBOOK));
		while (id == null && toElement(workbook)) {
			id = workbook.getLocalName().equals("sheet") ? workbook.getAttributeValue(RELATIONSHIP_ID, "id") : null;
		}
		if (id == null || !parts.containsKey(RELATIONS)) {
			return SHEETS + "sheet1.xml";
		}
		XMLStreamReader relations = reader(parts.get(RELATIONS));
		while (toElement(relations)) {
			if (id.equals(relations.getAttributeValue(null, "Id"))) {
				String target = String.valueOf(relations.getAttributeValue(null, "Target"));
				return target.startsWith("/") ? target.substring(1) : "xl/" + target;
			}
		}
		return SHEETS + "sheet1.xml";
	}

	private List<String> strings(byte[] part) throws XMLStreamException {
		List<String> strings = new ArrayList<>();
		if (part == null) {
			return strings;
		}
		XMLStreamReader reader = reader(part);
		while (toElement(reader)) {
			if (reader.getLocalName().equals("si")) {
				if (strings.size() == MOST_STRINGS) {
					throw new UnreadableTableException("bomb");
				}
				strings.add(text(reader, "si"));
			}
		}
		return strings;
	}

	private XMLStreamReader reader(byte[] part) throws XMLStreamException {
		return this.xml.createXMLStreamReader(new ByteArrayInputStream(part));
	}

	private static boolean toElement(XMLStreamReader reader) throws XMLStreamException {
		while (reader.hasNext()) {
			int event = reader.next();
			if (event == XMLStreamConstants.DTD) {
				throw new UnreadableTableException("broken");
			}
			if (event == XMLStreamConstants.START_ELEMENT) {
				return true;
			}
		}
		return false;
	}

	/**
	 * The text of all {@code t} within an element, readings of foreign scripts left out.
	 */
	private static String text(XMLStreamReader reader, String end) throws XMLStreamException {
		StringBuilder text = new StringBuilder();
		int phonetic = 0;
		while (reader.hasNext()) {
			int event = reader.next();
			if (event == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals(end)) {
				return text.toString();
			}
			if (event == XMLStreamConstants.START_ELEMENT && reader.getLocalName().equals("rPh")) {
				phonetic++;
			}
			else if (event == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals("rPh")) {
				phonetic--;
			}
			else if (event == XMLStreamConstants.START_ELEMENT && reader.getLocalName().equals("t") && phonetic == 0) {
				text.append(reader.getElementText());
			}
		}
		throw new XMLStreamException("unfinished");
	}

	/** The rows of one sheet. */
	private final class Sheet {

		private final List<String> strings;

		private final List<TableFile.Line> lines = new ArrayList<>();

		Sheet(List<String> strings) {
			this.strings = strings;
		}

		List<TableFile.Line> lines(byte[] part) throws XMLStreamException {
			XMLStreamReader reader = reader(part);
			int number = 0;
			List<String> row = null;
			while (toElement(reader)) {
				if (reader.getLocalName().equals("row")) {
					String told = reader.getAttributeValue(null, "r");
					number = (told == null) ? number + 1 : Integer.parseInt(told);
					row = new ArrayList<>();
				}
				else if (reader.getLocalName().equals("c") && row != null) {
					cell(reader, row, number);
				}
			}
			return this.lines;
		}

		private void add(TableFile.Line line) {
			if (this.lines.size() > TableFile.MOST_ROWS) {
				throw new UnreadableTableException("too-many-rows", TableFile.MOST_ROWS);
			}
			this.lines.add(line);
		}

		private void cell(XMLStreamReader reader, List<String> row, int number) throws XMLStreamException {
			int column = column(reader.getAttributeValue(null, "r"), row.size());
			String value = value(reader);
			if (value.isEmpty()) {
				// Sheets keep the format of cells far to the right that hold nothing.
				return;
			}
			if (column >= TableFile.MOST_COLUMNS) {
				throw new UnreadableTableException("too-many-columns", TableFile.MOST_COLUMNS);
			}
			if (value.length() > TableFile.LONGEST_CELL) {
				throw new UnreadableTableException("cell-too-long", number, TableFile.LONGEST_CELL);
			}
			if (row.isEmpty()) {
				add(new TableFile.Line(number, row));
			}
			while (row.size() <= column) {
				row.add("");
			}
			row.set(column, value);
		}

		private int column(String reference, int next) {
			if (reference == null) {
				return next;
			}
			int column = 0;
			for (int at = 0; at < reference.length() && Character.isLetter(reference.charAt(at)); at++) {
				column = column * 26 + Character.toUpperCase(reference.charAt(at)) - 'A' + 1;
				if (column > 16_384) {
					throw new UnreadableTableException("broken");
				}
			}
			return column - 1;
		}

		private String value(XMLStreamReader reader) throws XMLStreamException {
			String type = reader.getAttributeValue(null, "t");
			String value = "";
			while (reader.hasNext()) {
				int event = reader.next();
				if (event == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals("c")) {
					break;
				}
				if (event == XMLStreamConstants.START_ELEMENT && reader.getLocalName().equals("v")) {
					value = reader.getElementText();
				}
				else if (event == XMLStreamConstants.START_ELEMENT && reader.getLocalName().equals("is")) {
					value = text(reader, "is");
				}
			}
			return meaning(type, value);
		}

		private String meaning(String type, String value) {
			if ("s".equals(type) && !value.isEmpty()) {
				int index = Integer.parseInt(value.strip());
				if (index < 0 || index >= this.strings.size()) {
					throw new UnreadableTableException("broken");
				}
				return this.strings.get(index);
			}
			if (type == null || type.equals("n")) {
				return number(value.strip());
			}
			return value;
		}

		/**
		 * Spreadsheets write 12 as {@code 12.0} and 0.1 as {@code 0.10000000000000001}.
		 */
		private String number(String value) {
			if (value.isEmpty() || value.length() > 40) {
				return value;
			}
			double number = Double.parseDouble(value);
			return (number == Math.rint(number) && Math.abs(number) < 1e15) ? String.valueOf((long) number)
					: String.valueOf(number);
		}

	}

}
