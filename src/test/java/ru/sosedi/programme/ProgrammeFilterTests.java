package ru.sosedi.programme;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

import static org.assertj.core.api.Assertions.assertThat;

class ProgrammeFilterTests {

	private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);

	private static ProgrammeFilter read(String query) {
		MultiValueMap<String, String> values = UriComponentsBuilder.fromUriString("/events?" + query)
			.build()
			.getQueryParams();
		return ProgrammeFilter.of(values);
	}

	@Test
	void everyConditionIsReadAndWrittenInOneOrder() {
		String query = "q=origami&from=2026-11-21&to=2026-12-05&centre=na-rechnoy&centre=severnyy&district=North"
				+ "&audience=children&audience=seniors&age=6&form=workshop&form=public-discussion&theme=crafts"
				+ "&mode=in-house&accessible=yes&free=yes&language=tt";
		assertThat(read(query).query()).isEqualTo(query);
	}

	@Test
	void theOrderOfTheAddressDoesNotMatter() {
		assertThat(read("free=yes&centre=b&centre=a&when=week"))
			.isEqualTo(read("when=week&centre=a&centre=b&free=yes"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "when=yesterday", "when=", "from=2026-02-30", "from=+999999-01-01", "from=1999-12-31",
			"to=tomorrow", "to=2101-01-01", "centre=../../etc", "centre=A b", "centre=", "audience=CHILDREN",
			"audience=cats", "age=-1", "age=18", "age=6.5", "age=999999999999", "form=workshops", "theme=%27", "mode=",
			"mode=in_house", "accessible=1", "free=no", "language=russian", "language=RU", "q=", "foo=bar" })
	void whatMakesNoSenseIsIgnored(String query) {
		assertThat(read(query)).isEqualTo(ProgrammeFilter.ALL);
	}

	@Test
	void anEndBeforeTheBeginningIsIgnored() {
		assertThat(read("from=2026-12-05&to=2026-12-01").query()).isEqualTo("from=2026-12-05");
	}

	@Test
	void daysGoBeforeThePeriod() {
		assertThat(read("when=week&from=2026-12-05").period()).isNull();
	}

	@Test
	void ofManyValuesTheFirstTwentyCount() {
		StringBuilder query = new StringBuilder("when=week");
		for (int i = 0; i < 1000; i++) {
			query.append("&centre=c").append(i);
		}
		assertThat(read(query.toString()).centres()).hasSize(20);
	}

	@Test
	void theSearchIsOneShortLine() {
		ProgrammeFilter filter = ProgrammeFilter.of(MultiValueMap
			.fromSingleValue(java.util.Map.of("q", "  книга\u0000\r\n\u202E и\t чай " + "я".repeat(10_000))));
		assertThat(filter.text()).startsWith("книга и чай я").hasSizeLessThanOrEqualTo(100);
	}

	@ParameterizedTest
	@CsvSource({ "TODAY,2026-11-20,2026-11-20", "TOMORROW,2026-11-21,2026-11-21", "WEEK,2026-11-20,2026-11-22",
			"WEEKEND,2026-11-21,2026-11-22", "MONTH,2026-11-20,2026-11-30" })
	void periodsBeginToday(Period period, LocalDate from, LocalDate to) {
		assertThat(period.days(FRIDAY)).isEqualTo(new DaySpan(from, to));
	}

	@Test
	void theWeekendOfASundayIsThatSunday() {
		LocalDate sunday = FRIDAY.plusDays(2);
		assertThat(Period.WEEKEND.days(sunday)).isEqualTo(new DaySpan(sunday, sunday));
		assertThat(Period.WEEKEND.days(sunday.minusDays(1))).isEqualTo(new DaySpan(sunday.minusDays(1), sunday));
	}

	@Test
	void aConditionIsRemovedAlone() {
		ProgrammeFilter filter = read("centre=a&centre=b&free=yes");
		assertThat(filter.without(new ProgrammeFilter.Condition("centre", "a")).query()).isEqualTo("centre=b&free=yes");
		assertThat(filter.with("centre", "c").query()).isEqualTo("centre=c&free=yes");
		assertThat(filter.withoutAll("centre", "free").address()).isEqualTo("/events");
	}

	@Test
	void theQueryIsEncoded() {
		assertThat(ProgrammeFilter.ALL.with("q", "чай & \"пироги\"").query())
			.isEqualTo("q=%D1%87%D0%B0%D0%B9+%26+%22%D0%BF%D0%B8%D1%80%D0%BE%D0%B3%D0%B8%22");
	}

}
