package ru.sosedi.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;
import ru.sosedi.shared.HomeZone;

import static org.assertj.core.api.Assertions.assertThat;

class WordsTests {

	private static final ZoneId TYUMEN = ZoneId.of("Asia/Yekaterinburg");

	private static final ZoneId BLAGOVESHCHENSK = ZoneId.of("Asia/Yakutsk");

	/** Saturday, 21 November 2026: 22:30 in Tyumen, already Sunday in Blagoveshchensk. */
	private static final Instant NOW = Instant.parse("2026-11-21T17:30:00Z");

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

	private Words words;

	@BeforeEach
	void speakRussian() {
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasename("messages/platform");
		messages.setDefaultEncoding("UTF-8");
		messages.setFallbackToSystemLocale(false);
		StaticListableBeanFactory beans = new StaticListableBeanFactory();
		beans.addBean("zone", (HomeZone) () -> TYUMEN);
		this.words = new Words(messages, Clock.fixed(NOW, ZoneId.of("Z")), beans.getBeanProvider(HomeZone.class));
		LocaleContextHolder.setLocale(Languages.RUSSIAN);
	}

	@AfterEach
	void fallSilent() {
		LocaleContextHolder.resetLocaleContext();
	}

	@Test
	void nearDaysAreSaidInWordsAndFarOnesByWeekdayAndDate() {
		assertThat(this.words.day(TODAY)).isEqualTo("сегодня");
		assertThat(this.words.day(TODAY.plusDays(1))).isEqualTo("завтра");
		assertThat(this.words.day(TODAY.plusDays(7))).isEqualTo("суббота, 28 ноября");
		assertThat(this.words.day(LocalDate.of(2027, 1, 9))).isEqualTo("суббота, 9 января 2027");
		LocaleContextHolder.setLocale(Locale.ENGLISH);
		assertThat(this.words.day(TODAY)).isEqualTo("today");
		assertThat(this.words.day(TODAY.plusDays(7))).isEqualTo("Saturday, 28 November");
	}

	@Test
	void todayIsTheDayOfThePlaceThatIsMeant() {
		assertThat(this.words.day(TODAY.plusDays(1), BLAGOVESHCHENSK)).isEqualTo("сегодня");
		assertThat(this.words.isToday(TODAY, TYUMEN)).isTrue();
		assertThat(this.words.fullDay(TODAY, TYUMEN)).isEqualTo("сегодня, суббота, 21 ноября");
	}

	@Test
	void hoursAreThoseOfThePlace() {
		ZonedDateTime start = TODAY.atTime(14, 0).atZone(TYUMEN);
		assertThat(this.words.dayTime(start)).isEqualTo("сегодня, 14:00");
		assertThat(this.words.range(start, start.plusMinutes(90))).isEqualTo("14:00–15:30");
		assertThat(this.words.range(start, start.plusHours(20))).isEqualTo("21 ноября, 14:00 – 22 ноября, 10:00");
		assertThat(this.words.range(LocalTime.of(9, 0), LocalTime.of(18, 0))).isEqualTo("09:00–18:00");
	}

	@Test
	void periodsAreShort() {
		assertThat(this.words.dates(TODAY, TODAY)).isEqualTo("21 ноября");
		assertThat(this.words.dates(TODAY, TODAY.plusDays(3))).isEqualTo("21–24 ноября");
		assertThat(this.words.dates(TODAY, TODAY.plusDays(12))).isEqualTo("21 ноября – 3 декабря");
		assertThat(this.words.month(YearMonth.of(2026, 11))).isEqualTo("ноябрь 2026");
		assertThat(this.words.shortWeekday(TODAY)).isEqualTo("сб");
		assertThat(this.words.monthOf(TODAY)).isEqualTo("ноября");
	}

	@ParameterizedTest
	@CsvSource({ "30, только что", "60, 1 минуту назад", "180, 3 минуты назад", "660, 11 минут назад",
			"7200, 2 часа назад", "259200, 3 дня назад", "432000, 5 дней назад", "8640000, 13 августа" })
	void pastIsSaidRelatively(long seconds, String words) {
		assertThat(this.words.ago(NOW.minusSeconds(seconds))).isEqualTo(words);
	}

	@ParameterizedTest
	@CsvSource({ "0, many, many", "1, one, one", "2, few, many", "4, few, many", "5, many, many", "11, many, many",
			"12, many, many", "14, many, many", "21, one, many", "22, few, many", "101, one, many", "111, many, many",
			"1001, one, many" })
	void nounFollowsItsNumber(long number, String russian, String english) {
		assertThat(Plural.of(number, Languages.RUSSIAN)).isEqualTo(russian);
		assertThat(Plural.of(number, Languages.ENGLISH)).isEqualTo(english);
	}

}
