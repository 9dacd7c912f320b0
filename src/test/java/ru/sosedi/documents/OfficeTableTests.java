package ru.sosedi.documents;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipFile;

import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class OfficeTableTests {

	@TempDir
	Path directory;

	private final OfficeTable table = new OfficeTable("Кто придёт: 28 ноября", List.of("Имя", "Мест"), List
		.of(List.of("=HYPERLINK(\"http://x\")", 2), List.of("Анна; «Ключева»", -1), Arrays.asList(null, "@SUM(A1)")));

	@Test
	void russianExcelReadsTheTextAndNoFormula() {
		String csv = new String(this.table.csv(), StandardCharsets.UTF_8);
		assertThat(csv).startsWith("\uFEFFИмя;Мест");
		assertThat(csv.lines().skip(1)).containsExactly("\"'=HYPERLINK(\"\"http://x\"\")\";2", "\"Анна; «Ключева»\";-1",
				";'@SUM(A1)");
	}

	@Test
	void theWorkbookHoldsNumbersAsNumbersAndNoFormula() throws Exception {
		String sheet;
		String texts;
		Path file = Files.write(this.directory.resolve("table.xlsx"), this.table.xlsx());
		try (ZipFile zip = new ZipFile(file.toFile())) {
			sheet = new String(zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
					StandardCharsets.UTF_8);
			texts = new String(zip.getInputStream(zip.getEntry("xl/sharedStrings.xml")).readAllBytes(),
					StandardCharsets.UTF_8);
		}
		assertThat(sheet).doesNotContain("<f>").contains("<v>-1</v>");
		assertThat(Parser.unescapeEntities(texts, false)).contains("=HYPERLINK").contains("«Ключева»");
	}

}
