package ru.sosedi.network;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ru.sosedi.documents.TableFile;
import ru.sosedi.documents.UnreadableTableException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ImportFileTests {

	@ParameterizedTest
	@ValueSource(strings = { "ulan-ude-libraries-1251.csv", "ulan-ude-libraries.xlsx" })
	void everyFormSaysTheSame(String name) {
		List<List<String>> same = rows(ImportFormat.file("ulan-ude-libraries.csv"));
		List<List<String>> rows = rows(ImportFormat.file(name));
		assertThat(rows).hasSize(19);
		for (int at = 0; at < rows.size(); at++) {
			assertThat(rows.get(at)).isEqualTo(same.get(at));
		}
	}

	/** The decimal comma of the text against the point of the spreadsheet. */
	private static List<List<String>> rows(byte[] file) {
		return TableFile.lines(file)
			.stream()
			.map((line) -> line.cells().stream().map((cell) -> cell.replaceAll("^(\\d+),(\\d+)$", "$1.$2")).toList())
			.toList();
	}

	@Test
	void halfAFileIsNoTable() {
		byte[] whole = ImportFormat.file("ulan-ude-libraries.xlsx");
		assertThatThrownBy(() -> TableFile.lines(Arrays.copyOf(whole, whole.length / 2)))
			.isInstanceOf(UnreadableTableException.class);
	}

	@Test
	void theHeaderSaysWhatIsMissing() {
		List<TableFile.Line> lines = TableFile.lines("номер;название;цвет\n1;а;б".getBytes(StandardCharsets.UTF_8));
		assertThatThrownBy(() -> ImportTable.of(ImportKind.LIBRARIES, lines, ImportFormat.words()))
			.isInstanceOfSatisfying(ImportUnclearException.class,
					(ex) -> assertThat(ex.at(null).arguments()).containsExactly("адрес, часовой пояс"));
	}

	@Test
	void theHeaderMayBeEnglishAndInAnyOrder() {
		List<TableFile.Line> lines = TableFile
			.lines("Time Zone,colour,ADDRESS,name\n# a remark,,,\nUTC+5,red,there,it".getBytes(StandardCharsets.UTF_8));
		ImportTable table = ImportTable.of(ImportKind.LIBRARIES, lines, ImportFormat.words());
		assertThat(table.unknown()).containsExactly("colour");
		assertThat(table.rows()).hasSize(1);
		assertThat(table.cell(table.rows().getFirst(), ImportColumn.NAME)).isEqualTo("it");
	}

}
