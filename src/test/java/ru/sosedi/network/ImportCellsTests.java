package ru.sosedi.network;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ImportCellsTests {

	private final ImportCells cells = new ImportCells(ImportFormat.words());

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "Asia/Irkutsk | Asia/Irkutsk", "UTC+8 | Asia/Irkutsk", "МСК+5 | Asia/Irkutsk",
					"мск + 2 | Asia/Yekaterinburg", "UTC+05:00 | Asia/Yekaterinburg", "МСК+0 | Europe/Moscow",
					"UTC+2 | Europe/Kaliningrad", "MSK-1 | Europe/Kaliningrad" })
	void timeZonesAreNamedOrCounted(String written, String zone) {
		assertThat(this.cells.zone(written).getId()).isEqualTo(zone);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Улан-Удэ", "UTC+99", "Asia/Nowhere", "UTC", "+08:00", "Z", "МСК+50", "foo+3" })
	void anUnknownTimeZoneIsRefused(String written) {
		assertThatThrownBy(() -> this.cells.zone(written)).isInstanceOf(ImportUnclearException.class);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "последняя пятница | последняя пятница", "Последний вторник месяца | последний вторник",
					"2-я среда | вторая среда", "last friday of the month | последняя пятница",
					"каждый третий четверг | третий четверг", "последнее воскресенье | последнее воскресенье" })
	void maintenanceDaysAreSaidInWords(String written, String own) {
		assertThat(this.cells.text(this.cells.maintenance(written))).isEqualTo(own);
		assertThat(this.cells.maintenance(own)).isEqualTo(this.cells.maintenance(written));
	}

	@ParameterizedTest
	@ValueSource(strings = { "пятница", "последняя", "пятая пятница", "31 число", "последняя пятница и среда" })
	void anUnclearMaintenanceDayIsRefused(String written) {
		assertThatThrownBy(() -> this.cells.maintenance(written)).isInstanceOf(ImportUnclearException.class);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "51,825683 | 51.825683", "51.825683 | 51.825683", "-7 | -7", "90 | 90",
			"107,58439000001 | 107.58439" })
	void decimalsTakeCommaAndPoint(String written, String value) {
		assertThat(this.cells.decimal(written, -180, 180, 6).toPlainString()).isEqualTo(value);
	}

	@ParameterizedTest
	@ValueSource(strings = { "181", "NaN", "1e3", "--1", "=1", "51.8.2", "∞" })
	void anUnclearDecimalIsRefused(String written) {
		assertThatThrownBy(() -> this.cells.decimal(written, -180, 180, 6)).isInstanceOf(ImportUnclearException.class);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "12 | 12", "№ 12 | 12", "12.0 | 12", "N12 | 12" })
	void wholeNumbersForgive(String written, int value) {
		assertThat(this.cells.whole(written, 1, 9999)).isEqualTo(value);
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "-5", "10000", "12a", "двенадцать", "1.5", "99999999999" })
	void anUnclearWholeNumberIsRefused(String written) {
		assertThatThrownBy(() -> this.cells.whole(written, 1, 9999)).isInstanceOf(ImportUnclearException.class);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "01.06-31.08 | 01.06-31.08", "с 1.6 по 31.8 | 01.06-31.08", "лето 15.05 – 15.09 | 15.05-15.09" })
	void summerIsTwoDays(String written, String own) {
		var days = this.cells.daysOfYear(written);
		assertThat(this.cells.text(days[0], days[1])).isEqualTo(own);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "01.09.2026 | 01.09.2026", "2026-09-01 | 01.09.2026", "46266 | 01.09.2026",
			"1.9.2026 | 01.09.2026" })
	void datesAreRussianIsoOrASpreadsheets(String written, String own) {
		assertThat(this.cells.text(this.cells.date(written))).isEqualTo(own);
	}

	@Test
	void anImpossibleDateIsRefused() {
		assertThatThrownBy(() -> this.cells.date("31.02.2026")).isInstanceOf(ImportUnclearException.class);
	}

	@Test
	void accessibilityHasALevelAndANote() {
		Accessibility accessibility = this.cells.accessibility("Частично: есть лупа");
		assertThat(accessibility).isEqualTo(new Accessibility(AccessibilityLevel.PARTIAL, "есть лупа"));
		assertThat(this.cells.text(accessibility)).isEqualTo("частично: есть лупа");
	}

	@Test
	void anUnknownChoiceNamesTheKnownOnes() {
		assertThatThrownBy(() -> this.cells.choice("дворец", ImportCells.ROOM_KIND, RoomKind.values()))
			.isInstanceOfSatisfying(ImportUnclearException.class,
					(ex) -> assertThat(ex.at(null).arguments().get(1)).contains("читальный зал", "музей"));
	}

}
