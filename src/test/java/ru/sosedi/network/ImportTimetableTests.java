package ru.sosedi.network;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ImportTimetableTests {

	private final ImportTimetable timetable = new ImportTimetable(ImportFormat.words());

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
			"вт-пт 10:00-19:00; сб 10:00-18:00; вс,пн выходной | вт-пт 10:00-19:00; сб 10:00-18:00",
			"Вт–Пт 10.00—19.00, Сб 10-18 | вт-пт 10:00-19:00; сб 10:00-18:00",
			"ежедневно с 9 до 18 | пн-вс 09:00-18:00",
			"будни 9:00-18:00 обед 13-14; выходные 10-17 | пн-пт 09:00-18:00 обед 13:00-14:00; сб-вс 10:00-17:00",
			"пн, ср и пт 9-18 перерыв с 13 до 14 | пн 09:00-18:00 обед 13:00-14:00; ср 09:00-18:00 обед 13:00-14:00; пт 09:00-18:00 обед 13:00-14:00",
			"понедельник - среда: 9-18 | пн-ср 09:00-18:00", "сб-пн 10-17 | пн 10:00-17:00; сб-вс 10:00-17:00",
			"tue-fri 10:00-19:00 lunch 13:00-14:00; sat, sun 10-18; mon closed | вт-пт 10:00-19:00 обед 13:00-14:00; сб-вс 10:00-18:00",
			"пн не работает; вт-вс 11:30-20:00 | вт-вс 11:30-20:00",
			"пн-пт 9-18, обед 13-14, сб 10-15 | пн-пт 09:00-18:00 обед 13:00-14:00; сб 10:00-15:00" })
	void readsWhatPeopleWrite(String written, String own) {
		assertThat(this.timetable.render(this.timetable.parse(written))).isEqualTo(own);
		assertThat(this.timetable.parse(own)).isEqualTo(this.timetable.parse(written));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
			"вт-пт 10:00-19:00; суб 10-18 | hours.piece", "вт-пт 19:00-10:00 | hours.order",
			"вт-пт 10:00-19:00; чт 9-18 | hours.twice", "вт-пт 10:00 | hours.piece", "10:00-19:00 | hours.piece",
			"вт-пт 25:00-26:00 | hours.piece", "пн выходной | hours.nothing", "вт 10-19 обед 9-10 | hours.lunch",
			"=1+1 | hours.piece", "вт-пт 10:00-19:00 и ещё немного | hours.piece", "вт- 10-19-20 | hours.piece",
			"вт 10-10 | hours.order", "<script> | hours.piece" })
	void saysWhatItDoesNotUnderstand(String written, String key) {
		assertThatThrownBy(() -> this.timetable.parse(written)).isInstanceOf(ImportUnclearException.class)
			.hasMessage(key);
	}

	@Test
	void namesThePieceThatIsNotUnderstood() {
		assertThatThrownBy(() -> this.timetable.parse("вт-пт 10:00-19:00; суб 10-18")).isInstanceOfSatisfying(
				ImportUnclearException.class, (ex) -> assertThat(ex.at(null).arguments()).containsExactly("суб 10-18"));
	}

	@Test
	void aLineOfAThousandHoursEndsSoon() {
		String line = "вт-пт 10:00-19:00 ".repeat(200);
		assertThatThrownBy(() -> this.timetable.parse(line)).isInstanceOf(ImportUnclearException.class);
	}

	@Test
	void keepsTheLunchBreak() {
		Map<DayOfWeek, DayHours.Working> week = this.timetable.parse("вт 10-19 обед 13:00-13:45");
		assertThat(week.get(DayOfWeek.TUESDAY).lunch())
			.isEqualTo(new TimeRange(LocalTime.of(13, 0), LocalTime.of(13, 45)));
	}

}
