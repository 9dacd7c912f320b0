package ru.sosedi.programme;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.sosedi.PortalTest;
import ru.sosedi.TestClock.MovableClock;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
class ProgrammeListingTests {

	/** Tomorrow at 14:00 in Tyumen. */
	private static final Instant TOMORROW = Instant.parse("2026-11-21T09:00:00Z");

	@Autowired
	JdbcClient jdbc;

	@Autowired
	ProgrammeListing listing;

	@Autowired
	ProgrammeSearch search;

	@Autowired
	ProgrammeCalendar calendar;

	@Autowired
	MovableClock clock;

	private ProgrammeRows rows;

	private ProgrammeRows.Centre centre;

	@BeforeEach
	void own() {
		this.rows = ProgrammeRows.in(this.jdbc);
		this.centre = this.rows.centre("Центр «Северный»");
	}

	@AfterEach
	void now() {
		this.clock.reset();
	}

	private ProgrammeFilter here() {
		return ProgrammeFilter.ofCentre(this.centre.slug());
	}

	private List<String> titles(ProgrammeFilter filter) {
		return this.listing.page(filter, null, null, 100)
			.days()
			.stream()
			.flatMap((day) -> day.cards().stream())
			.map(EventCard::title)
			.toList();
	}

	@Test
	void draftsAreNotListed() {
		this.rows.event(this.centre, "Готово").at(TOMORROW).save();
		this.rows.event(this.centre, "Черновик").with("state", "DRAFT").at(TOMORROW).save();
		assertThat(titles(here())).containsExactly("Готово");
	}

	@Test
	void cancelledDatesAreListedWithTheirReason() {
		this.rows.event(this.centre, "Лекция").at(TOMORROW, "Санитарный день").save();
		this.rows.event(this.centre, "Хор")
			.with("state", "CANCELLED")
			.with("reason", "Болен ведущий")
			.at(TOMORROW.plusSeconds(60))
			.save();
		assertThat(this.listing.page(here(), null, null, 10).days().getFirst().cards())
			.extracting(EventCard::cancellation)
			.containsExactly("Санитарный день", "Болен ведущий");
	}

	@ParameterizedTest
	@CsvSource({ "audience,seniors,55", "audience,children,Детям", "form,lecture,Лекция", "theme,law,Право",
			"mode,remote,Онлайн", "accessible,yes,Доступно", "language,tt,По-татарски", "age,0,С рождения" })
	void eachConditionFindsItsOwn(String name, String value, String title) {
		this.rows.event(this.centre, "55").audience(Audience.SENIORS).at(TOMORROW).save();
		this.rows.event(this.centre, "Детям")
			.audience(Audience.CHILDREN)
			.audience(Audience.FAMILIES)
			.at(TOMORROW)
			.save();
		this.rows.event(this.centre, "Лекция").with("form", "LECTURE").at(TOMORROW).save();
		this.rows.event(this.centre, "Право").theme(Theme.LAW).theme(Theme.CAREER).at(TOMORROW).save();
		this.rows.event(this.centre, "Онлайн").with("mode", "REMOTE").at(TOMORROW).save();
		this.rows.event(this.centre, "Доступно").with("accessible", true).at(TOMORROW).save();
		this.rows.event(this.centre, "По-татарски").with("language", "tt").at(TOMORROW).save();
		this.rows.event(this.centre, "С рождения").with("age", 0).at(TOMORROW).save();
		assertThat(titles(here().with(name, value))).containsExactly(title);
	}

	@Test
	void freeEntryLeavesOutWhatNeedsASignUp() {
		this.rows.event(this.centre, "Свободно").at(TOMORROW).save();
		this.rows.event(this.centre, "По записи").with("admission", "SIGN_UP").at(TOMORROW).save();
		assertThat(titles(here().with("free", "yes"))).containsExactly("Свободно");
	}

	@Test
	void districtsAreConditions() {
		String district = "Округ " + UUID.randomUUID();
		ProgrammeRows.Centre other = this.rows.centre("Центр на Речной", "Asia/Yekaterinburg", district);
		this.rows.event(this.centre, "Здесь").at(TOMORROW).save();
		this.rows.event(other, "Там").at(TOMORROW).save();
		assertThat(titles(ProgrammeFilter.ALL.with("district", district))).containsExactly("Там");
	}

	@Test
	void daysBeginInTheZoneOfTheNetwork() {
		// the network's zone is Moscow's unless a test changed it: ask it
		var zone = this.listing.zone();
		LocalDate day = LocalDate.of(2026, 12, 5);
		this.rows.event(this.centre, "Вечером накануне").at(day.atStartOfDay(zone).toInstant().minusSeconds(1)).save();
		this.rows.event(this.centre, "В полночь").at(day.atStartOfDay(zone).toInstant()).save();
		this.rows.event(this.centre, "В следующую").at(day.plusDays(1).atStartOfDay(zone).toInstant()).save();
		assertThat(titles(here().with("from", "2026-12-05").with("to", "2026-12-05"))).containsExactly("В полночь");
	}

	@Test
	void whatIsOverLeavesTheListAndWhatRunsStays() {
		this.rows.event(this.centre, "Было").at(this.clock.instant().minusSeconds(3 * 3600)).save();
		this.rows.event(this.centre, "Идёт").at(this.clock.instant().minusSeconds(600)).save();
		this.rows.event(this.centre, "Будет").at(this.clock.instant().plusSeconds(600)).save();
		assertThat(titles(here())).containsExactly("Идёт", "Будет");
		assertThat(titles(here().with("from", "2026-11-19"))).containsExactly("Было", "Идёт", "Будет");
	}

	@Test
	void everyOccurrenceStandsAtItsOwnClock() {
		ProgrammeRows.Centre far = this.rows.centre("Дальний", "Asia/Yakutsk", null);
		this.rows.event(far, "Поздно").at(Instant.parse("2026-11-21T16:00:00Z")).save();
		ProgrammePage.Day day = this.listing.page(ProgrammeFilter.ofCentre(far.slug()), null, null, 10)
			.days()
			.getFirst();
		assertThat(day.date()).isEqualTo(LocalDate.of(2026, 11, 22));
		assertThat(day.cards().getFirst().startsAt().getHour()).isEqualTo(1);
	}

	@Test
	void allPagesTogetherAreTheWholeListOnce() {
		List<UUID> all = new ArrayList<>();
		for (int i = 0; i < 23; i++) {
			// many begin at the same time
			all.add(this.rows.event(this.centre, "№ " + i).at(TOMORROW.plusSeconds(i / 10 * 3600L)).save());
		}
		List<UUID> walked = new ArrayList<>();
		ProgrammeCursor after = null;
		do {
			ProgrammePage page = this.listing.page(here(), after, null, 4);
			page.days().forEach((day) -> day.cards().forEach((card) -> walked.add(card.eventId())));
			after = (page.next() != null) ? ProgrammeCursor.parse(page.next().toString()).orElseThrow() : null;
		}
		while (after != null);
		assertThat(walked).doesNotHaveDuplicates();
		assertThat(new HashSet<>(walked)).isEqualTo(new HashSet<>(all));
	}

	@Test
	void theOwnCentreComesFirstWithinTheDayAndHidesNothing() {
		String district = "Округ " + UUID.randomUUID();
		ProgrammeRows.Centre one = this.rows.centre("Один", "Asia/Yekaterinburg", district);
		ProgrammeRows.Centre mine = this.rows.centre("Мой", "Asia/Yekaterinburg", district);
		this.rows.event(one, "Утро").at(TOMORROW).save();
		this.rows.event(mine, "Вечер").at(TOMORROW.plusSeconds(3600)).save();
		this.rows.event(one, "Послезавтра").at(TOMORROW.plusSeconds(86400)).save();
		ProgrammePage page = this.listing.page(ProgrammeFilter.ALL.with("district", district), null, mine.slug(), 10);
		assertThat(page.days().getFirst().cards()).extracting(EventCard::title).containsExactly("Вечер", "Утро");
		assertThat(page.days()).hasSize(2);
	}

	@Test
	void theSearchKnowsRussianWordForms() {
		this.rows.event(this.centre, "Обмен книгами").at(TOMORROW).save();
		this.rows.event(this.centre, "Шахматный клуб").at(TOMORROW).save();
		assertThat(titles(here().with("q", "книга"))).containsExactly("Обмен книгами");
		assertThat(titles(here().with("q", "шахм"))).as("an unfinished word").containsExactly("Шахматный клуб");
		assertThat(titles(here().with("q", "клуб -шахматный"))).isEmpty();
	}

	@Test
	void theFoundWordsAreMarked() {
		this.rows.event(this.centre, "Старые <b>книги</b>")
			.with("description", "О том, как читали книги")
			.at(TOMORROW)
			.save();
		EventCard card = this.listing.page(here().with("q", "книга"), null, null, 10)
			.days()
			.getFirst()
			.cards()
			.getFirst();
		assertThat(card.foundTitle().pieces()).filteredOn(FoundText.Piece::marked)
			.extracting(FoundText.Piece::text)
			.containsExactly("книги");
		assertThat(card.foundTitle().plain()).isEqualTo("Старые <b>книги</b>");
		assertThat(card.foundIn().isMarked()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "'", "\"", "\"\"\"", ":*", "&|!<>()", "книга:*&", "!книга", "-", "or or", "\\", "%",
			"\u0000", "'; drop table event; --", "и", "${7*7}", "a\"b", "-книга", "<script>alert(1)</script>", "😀",
			"№ 7" })
	void hostileSearchesHarmNothing(String text) {
		this.rows.event(this.centre, "Обмен книгами").at(TOMORROW).save();
		ProgrammeFilter filter = here().with("q", text);
		titles(filter);
		this.search.instead(filter, null);
	}

	@ParameterizedTest
	@CsvSource({ "оригмаи,оригами", "jhbufvb,оригами", "бумажный жуарвль,бумажный журавль" })
	void aMisspeltSearchFindsWhatWasMeant(String typed, String meant) {
		this.rows.event(this.centre, "Оригами: бумажный журавль").at(TOMORROW).save();
		ProgrammeFilter filter = here().with("q", typed);
		assertThat(titles(filter)).isEmpty();
		ProgrammeSearch.Instead instead = this.search.instead(filter, null);
		assertThat(instead.corrected()).isEqualTo(meant);
		assertThat(instead.page().days().getFirst().cards()).extracting(EventCard::title)
			.containsExactly("Оригами: бумажный журавль");
	}

	@Test
	void aMisspeltShortWordIsFoundInAnotherForm() {
		this.rows.event(this.centre, "Старые книги").at(TOMORROW).save();
		ProgrammeSearch.Instead instead = this.search.instead(here().with("q", "кинга"), null);
		assertThat(instead.corrected()).startsWith("книг");
		assertThat(instead.page().isEmpty()).isFalse();
	}

	@Test
	void wordsOfDraftsAreNotOffered() {
		this.rows.event(this.centre, "Синхрофазотрон").with("state", "DRAFT").at(TOMORROW).save();
		assertThat(this.search.instead(here().with("q", "синхрофазатрон"), null).corrected()).isNull();
	}

	@Test
	void anEmptyDayOffersTheNextOnes() {
		this.rows.event(this.centre, "Через неделю").at(TOMORROW.plusSeconds(7 * 86400)).save();
		ProgrammeSearch.Instead instead = this.search.instead(here().with("when", "today"), null);
		assertThat(instead.otherDays()).isTrue();
		assertThat(instead.page().days().getFirst().date()).isEqualTo(LocalDate.of(2026, 11, 28));
	}

	@Test
	void theMonthHoldsAFewOfEachDayAndCountsTheRest() {
		for (int i = 0; i < 6; i++) {
			this.rows.event(this.centre, "№ " + i)
				.at(Instant.parse("2026-12-05T05:00:00Z").plusSeconds(i * 600L))
				.save();
		}
		this.rows.event(this.centre, "Ночью").at(Instant.parse("2026-12-05T20:00:00Z")).save();
		ProgrammeMonth month = this.calendar.month(here(), YearMonth.of(2026, 12));
		assertThat(month.weeks()).hasSize(5).allMatch((week) -> week.size() == 7);
		assertThat(month.weeks().getFirst().getFirst()).as("30 November").isNull();
		ProgrammeMonth.Day fifth = month.days().get(4);
		assertThat(fifth.total()).isEqualTo(6);
		assertThat(fifth.entries()).hasSize(4);
		assertThat(fifth.more()).isEqualTo(2);
		assertThat(month.days().get(5).total()).as("after midnight in Tyumen").isEqualTo(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x", "zzzzzzzzzzz.0", "zzzzzzzzzzzz.00000000-0000-0000-0000-000000000000", "-1.1",
			"1.00000000-0000-0000-0000-00000000000g", "'; select 1" })
	void aBrokenCursorIsNone(String cursor) {
		assertThat(ProgrammeCursor.parse(cursor)).isEmpty();
	}

	@Test
	void theFarthestCursorFindsNothingAndBreaksNothing() {
		ProgrammeCursor end = ProgrammeCursor.parse("zzzzzzzzzzz.ffffffff-ffff-ffff-ffff-ffffffffffff").orElseThrow();
		assertThat(this.listing.page(here(), end, null, 5).isEmpty()).isTrue();
	}

}
