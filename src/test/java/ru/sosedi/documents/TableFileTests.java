package ru.sosedi.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TableFileTests {

	private static final String SHEET = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>%s</sheetData></worksheet>";

	@ParameterizedTest
	@ValueSource(strings = { "номер;название;адрес\r\n1;а;б", "номер,название,адрес\n1,а,б",
			"номер\tназвание\tадрес\n1\tа\tб", "\"номер\";\"назва,ние\";адрес\r\n1;а;б",
			"\n\nномер;название;адрес\r\n1;а;б", "sep;\n;;\n1;а;б" })
	void theSeparatorIsFoundInTheHeader(String text) {
		for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("windows-1251"))) {
			assertThat(TableFile.lines(text.getBytes(charset)).getLast().cells()).endsWith("б");
		}
	}

	@Test
	void aCellMayHoldLinesAndQuotes() {
		List<TableFile.Line> lines = TableFile
			.lines("название;адрес\r\n\"Клуб \"\"Ключ\"\"\";\"строка 1\nстрока 2\"\r\nб;в\r\n"
				.getBytes(StandardCharsets.UTF_8));
		assertThat(lines.get(1).cells()).containsExactly("Клуб \"Ключ\"", "строка 1\nстрока 2");
		assertThat(lines.get(2).number()).isEqualTo(3);
	}

	@Test
	void excelUnicodeTextIsRead() {
		byte[] text = ("\uFEFFномер\tназвание\n1\tа").getBytes(StandardCharsets.UTF_16LE);
		assertThat(TableFile.lines(text).getLast().cells()).containsExactly("1", "а");
	}

	@Test
	void aFormulaCountsAsItsValue() {
		String row = "<row r=\"1\"><c r=\"B1\"><f>1+1</f><v>2.0</v></c><c r=\"C1\" t=\"str\"><f>A1</f><v>текст</v></c><c r=\"D1\" t=\"inlineStr\"><is><t>да</t></is></c></row>";
		assertThat(TableFile.lines(xlsx(SHEET.formatted(row))).getFirst().cells()).containsExactly("", "2", "текст",
				"да");
	}

	@Test
	void documentTypesAreRefused() {
		String external = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
				+ SHEET.formatted("<row><c t=\"inlineStr\"><is><t>&e;</t></is></c></row>");
		StringBuilder laughs = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"ha\">");
		for (char c = 'b'; c < 'z'; c++) {
			laughs.append("<!ENTITY ")
				.append(c)
				.append(" \"")
				.append(("&" + (char) (c - 1) + ";").repeat(10))
				.append("\">");
		}
		laughs.append("]>").append(SHEET.formatted("<row><c t=\"inlineStr\"><is><t>&y;</t></is></c></row>"));
		refused(xlsx(external), "broken");
		refused(xlsx(laughs.toString()), "broken");
	}

	@Test
	@Timeout(20)
	void bombsAreRefused() {
		refused(zip(
				Map.of("xl/workbook.xml", new byte[] { ' ' }, "xl/worksheets/sheet1.xml", new byte[80 * 1024 * 1024])),
				"bomb");
		Map<String, byte[]> many = new LinkedHashMap<>();
		for (int n = 0; n < 600; n++) {
			many.put("part" + n, new byte[0]);
		}
		refused(zip(many), "bomb");
		refused(xlsx(SHEET.formatted("<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>")), "broken");
		refused(xlsx(SHEET.formatted("<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>")), "too-many-columns");
		refused(xlsx(SHEET.formatted("<row><c><v>1</v></c></row>".repeat(20_002))), "too-many-rows");
		refused("x;".repeat(1_000_000).getBytes(StandardCharsets.UTF_8), "broken");
		refused(("название;адрес\n" + "а".repeat(10_000) + ";б").getBytes(StandardCharsets.UTF_8), "cell-too-long");
		refused(new byte[TableFile.MOST_BYTES + 1], "too-big");
	}

	@Test
	void whatIsNoTableIsRefused() {
		refused(new byte[0], "empty");
		refused(new byte[] { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R' },
				"not-a-table");
		refused("%PDF-1.7\n%\u00e2".getBytes(StandardCharsets.ISO_8859_1), "not-a-table");
		refused(new byte[] { (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1,
				0, 0 }, "old-excel");
		refused("номер;назв\0ание\n1;а".getBytes(StandardCharsets.UTF_8), "not-a-table");
		refused(zip(Map.of("word/document.xml", new byte[0])), "not-a-table");
		refused(xlsx("<worksheet><sheetData><row>"), "broken");
		refused(xlsx(SHEET.formatted("<row><c t=\"s\"><v>99</v></c></row>")), "broken");
	}

	private static void refused(byte[] file, String... keys) {
		assertThatThrownBy(() -> TableFile.lines(file)).isInstanceOf(UnreadableTableException.class)
			.extracting(Throwable::getMessage)
			.isIn((Object[]) keys);
	}

	private static byte[] xlsx(String sheet) {
		Map<String, byte[]> parts = new LinkedHashMap<>();
		parts.put("xl/workbook.xml", "<workbook/>".getBytes(StandardCharsets.UTF_8));
		parts.put("xl/worksheets/sheet1.xml", sheet.getBytes(StandardCharsets.UTF_8));
		return zip(parts);
	}

	private static byte[] zip(Map<String, byte[]> parts) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			for (Map.Entry<String, byte[]> part : parts.entrySet()) {
				zip.putNextEntry(new ZipEntry(part.getKey()));
				zip.write(part.getValue());
			}
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

}
