package ru.sosedi.feeds.web;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import javax.xml.parsers.DocumentBuilderFactory;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import ru.sosedi.PortalTest;
import ru.sosedi.accounts.Actor;
import ru.sosedi.feeds.CalendarFeed;
import ru.sosedi.network.Library;
import ru.sosedi.network.LibraryDetails;
import ru.sosedi.network.LibraryService;
import ru.sosedi.network.NeighbourhoodCentre;
import ru.sosedi.programme.Event;
import ru.sosedi.programme.Occurrence;
import ru.sosedi.programme.OccurrenceDetails;
import ru.sosedi.programme.OccurrenceService;
import ru.sosedi.programme.Publication;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.world.NetworkWorld;
import ru.sosedi.world.ProgrammeWorld;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@PortalTest
class FeedControllerTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private NetworkWorld network;

	@Autowired
	private ProgrammeWorld programme;

	@Autowired
	private LibraryService libraries;

	@Autowired
	private OccurrenceService occurrences;

	@Autowired
	private Publication publication;

	@Autowired
	private CalendarFeed calendars;

	@ParameterizedTest
	@CsvSource({ "Asia/Yekaterinburg, 2026-11-28T13:00:00Z", "Europe/Moscow, 2026-11-28T15:00:00Z",
			"Asia/Irkutsk, 2026-11-28T10:00:00Z", "Asia/Yakutsk, 2026-11-28T09:00:00Z" })
	void sixInTheEveningIsSixInTheEveningOfTheLibrary(String zone, Instant expected) {
		NeighbourhoodCentre centre = centreIn(ZoneId.of(zone));
		Event event = this.programme.published(centre, ProgrammeWorld.details("Вечер в зоне " + zone),
				new OccurrenceDetails(ProgrammeWorld.SATURDAY, LocalTime.of(18, 0), LocalTime.of(19, 30), null, null,
						null));
		VEvent read = read("/feeds/events/" + event.id() + ".ics").getEvents().getFirst();
		assertThat(read.getDateStart().getValue().toInstant()).isEqualTo(expected);
		assertThat(read.getDateEnd().getValue().toInstant()).isEqualTo(expected.plusSeconds(5400));
	}

	@Test
	void aChangeKeepsTheUidAndRaisesTheSequence() {
		Event event = this.programme.published(this.network.zarechenskCentre(), "Вечер перемен");
		VEvent before = read("/feeds/events/" + event.id() + ".ics").getEvents().getFirst();
		Occurrence date = this.programme.occurrencesOf(event).getFirst();
		this.occurrences.change(Actor.portal(), date.id(), date.version(), new OccurrenceDetails(
				ProgrammeWorld.SATURDAY.plusDays(1), LocalTime.of(15, 0), LocalTime.of(16, 0), null, "во дворе", 20));
		VEvent after = read("/feeds/events/" + event.id() + ".ics").getEvents().getFirst();
		assertThat(after.getUid().getValue()).isEqualTo(before.getUid().getValue());
		assertThat(after.getSequence().getValue()).isGreaterThan(before.getSequence().getValue());
		assertThat(after.getLocation().getValue()).isEqualTo("во дворе");
		assertThat(after.getDateStart().getValue().toInstant()).isEqualTo(Instant.parse("2026-11-29T10:00:00Z"));
	}

	@Test
	void aCancelledDateStaysInTheCalendarAsCancelled() {
		Event event = this.programme.published(this.network.zarechenskCentre(),
				ProgrammeWorld.details("Отменяемый вечер"), ProgrammeWorld.on(ProgrammeWorld.SATURDAY),
				ProgrammeWorld.on(ProgrammeWorld.SATURDAY.plusDays(7)));
		this.occurrences.cancel(Actor.portal(), this.programme.occurrencesOf(event).getFirst().id(), "санитарный день");
		List<VEvent> dates = read("/feeds/events/" + event.id() + ".ics").getEvents();
		assertThat(dates).hasSize(2);
		assertThat(dates.get(0).getStatus().isCancelled()).isTrue();
		assertThat(dates.get(0).getDescription().getValue()).contains("санитарный день");
		assertThat(dates.get(1).getStatus().isConfirmed()).isTrue();
	}

	@Test
	void theCalendarOfAListHoldsExactlyThatList() {
		NeighbourhoodCentre one = this.network.openCentre("Центр одного календаря");
		NeighbourhoodCentre other = this.network.openCentre("Центр другого календаря");
		this.programme.published(one, "Только в первом");
		this.programme.published(other, "Только во втором");
		this.programme.draft(one, "Черновик");
		for (String address : List.of("/feeds/events.ics?centre=" + one.slug(),
				"/feeds/centres/" + one.slug() + ".ics")) {
			assertThat(read(address).getEvents()).singleElement()
				.satisfies((event) -> assertThat(event.getSummary().getValue())
					.isEqualTo("Мастер-класс «Только в первом» 6+"))
				.satisfies((event) -> assertThat(event.getCategories().getFirst().getValues())
					.containsExactlyInAnyOrder("Рукоделие и ремёсла", "Семья"));
		}
	}

	@Test
	void englishReadersGetEnglishWords() {
		Event event = this.programme.published(this.network.zarechenskCentre(), "English evening");
		String ics = body("/feeds/events/" + event.id() + ".ics?lang=en");
		assertThat(ics).contains("SUMMARY:Workshop «English evening» 6+").contains("lang=en");
	}

	@Test
	void anEnglishPageLinksToEnglishFeedsAndNoCacheMixesTheLanguages() throws Exception {
		NeighbourhoodCentre centre = this.network.openCentre("Центр двух языков");
		String page = body("/centres/" + centre.slug() + "?lang=en");
		assertThat(page).contains("/feeds/centres/" + centre.slug() + ".ics?lang=en", "/feeds/events.atom?lang=en");
		assertThat(body("/centres/" + centre.slug())).contains("/feeds/centres/" + centre.slug() + ".ics\"");
		assertThat(get("/feeds/events.ics").getResponse().getHeaders("Vary")).contains("Cookie");
	}

	@Test
	void hostileTextOpensNoLineAndNoElement() throws Exception {
		String hostile = "Чай</script><script>alert(1)</script>;BEGIN:VALARM,]]>&";
		Event event = this.programme.published(this.network.openCentre("Центр враждебных слов"), hostile);
		assertThat(read("/feeds/events/" + event.id() + ".ics").getEvents()).singleElement()
			.satisfies((read) -> assertThat(read.getSummary().getValue()).contains(hostile))
			.satisfies((read) -> assertThat(read.getAlarms()).isEmpty());
		Document atom = xml(body("/feeds/events.atom?centre=" + slugOf("Центр враждебных слов")));
		assertThat(atom.getElementsByTagName("script").getLength()).isZero();
		assertThat(atom.getElementsByTagName("entry").getLength()).isOne();
		assertThat(((Element) atom.getElementsByTagName("entry").item(0)).getElementsByTagName("title")
			.item(0)
			.getTextContent()).contains(hostile);
	}

	@Test
	void newsBeginWithWhatWasPublishedLast() throws Exception {
		NeighbourhoodCentre centre = this.network.openCentre("Центр новостей");
		this.programme.published(centre, ProgrammeWorld.details("Раньше объявлено"),
				ProgrammeWorld.on(ProgrammeWorld.SATURDAY), ProgrammeWorld.on(ProgrammeWorld.SATURDAY.plusDays(7)));
		this.programme.published(centre, ProgrammeWorld.details("Позже объявлено"),
				ProgrammeWorld.on(LocalDate.of(2026, 12, 20)));
		Document atom = xml(body("/feeds/events.atom?centre=" + centre.slug()));
		assertThat(atom.getDocumentElement().getNamespaceURI()).isEqualTo("http://www.w3.org/2005/Atom");
		assertThat(atom.getElementsByTagName("entry").getLength()).isEqualTo(2);
		assertThat(atom.getElementsByTagName("content").item(0).getTextContent()).contains("<strong>");
	}

	@Test
	void whoHasTheFeedAlreadyGetsNothingTwice() {
		Event event = this.programme.published(this.network.zarechenskCentre(), "Вечер без повторов");
		String address = "/feeds/events/" + event.id() + ".ics";
		MvcTestResult first = get(address);
		String etag = first.getResponse().getHeader("ETag");
		assertThat(first).hasStatusOk().containsHeader("Last-Modified").doesNotContainHeader("Set-Cookie");
		assertThat(this.mvc.get().uri(address).header("If-None-Match", etag)).hasStatus(304);
		this.publication.cancel(Actor.portal(), event.id(), "ведущий заболел");
		assertThat(this.mvc.get().uri(address).header("If-None-Match", etag)).hasStatusOk();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/feeds/events/x.ics", "/feeds/events/00000000-0000-0000-0000-000000000000.ics",
			"/feeds/centres/no-such-centre.ics", "/feeds/centres/%27--.ics" })
	void whatIsNotThereIsNotFound(String address) {
		assertThat(get(address)).hasStatus(404);
	}

	@Test
	void aDraftIsNotFound() {
		UUID draft = this.programme.draft(this.network.zarechenskCentre(), "Ещё не готово").id();
		assertThat(get("/feeds/events/" + draft + ".ics")).hasStatus(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/feeds/events.ics?from=x&to=9999-99-99&age=-1&form=%00",
			"/feeds/events.atom?q=%27%22%3A*", "/feeds/events.ics?when=never&centre=%3Cscript%3E" })
	void nonsenseInTheFilterIsNoFault(String address) {
		assertThat(get(address).getResponse().getStatus()).isIn(200, 400);
	}

	@Test
	void theSiteMapNamesEventsAndCentresAndRobotsNameTheSiteMap() throws Exception {
		NeighbourhoodCentre centre = this.network.openCentre("Центр на карте");
		Event event = this.programme.published(centre, "На карте сайта");
		String map = body("/sitemap.xml");
		assertThat(xml(map).getDocumentElement().getTagName()).isEqualTo("urlset");
		assertThat(map).contains("/events/" + event.id() + "/").contains("/centres/" + centre.slug());
		assertThat(body("/robots.txt")).contains("Sitemap: http").contains("/sitemap.xml");
	}

	private NeighbourhoodCentre centreIn(ZoneId zone) {
		Library library = this.network.library("Библиотека в зоне " + zone);
		LibraryDetails now = library.details();
		this.libraries.change(Actor.portal(), library.id(),
				new LibraryDetails(now.systemId(), now.number(), now.name(), now.address(), now.district(), now.place(),
						zone, now.foundedYear(), now.phone(), now.email(), now.site(), now.about(), now.badges(),
						now.services(), now.accessibility(), now.seasons(), now.maintenance()),
				library.version());
		return this.network.openCentre("Центр в зоне " + zone, library.id());
	}

	private static String slugOf(String name) {
		return ru.sosedi.shared.Slug.of(name);
	}

	@Test
	void theCalendarOfALetterHoldsTheseDatesAndIsKnownForTheSame() {
		Event event = this.programme.published(this.network.zarechenskCentre(),
				ProgrammeWorld.details("Вечер в письме"), ProgrammeWorld.on(ProgrammeWorld.SATURDAY),
				ProgrammeWorld.on(ProgrammeWorld.SATURDAY.plusDays(7)),
				ProgrammeWorld.on(ProgrammeWorld.SATURDAY.plusDays(14)));
		List<UUID> chosen = this.programme.occurrencesOf(event).stream().map(Occurrence::id).skip(1).toList();
		List<VEvent> letter = Biweekly.parse(this.calendars.ofOccurrences(chosen, Locale.of("ru")).text())
			.first()
			.getEvents();
		List<VEvent> feed = read("/feeds/events/" + event.id() + ".ics").getEvents();
		assertThat(letter).extracting((date) -> date.getUid().getValue())
			.containsExactly(feed.get(1).getUid().getValue(), feed.get(2).getUid().getValue());
		assertThat(letter).allSatisfy(
				(date) -> assertThat(date.getSummary().getValue()).isEqualTo("Мастер-класс «Вечер в письме» 6+"));
		this.occurrences.cancel(Actor.portal(), chosen.getFirst(), "санитарный день");
		VEvent cancelled = Biweekly.parse(this.calendars.ofOccurrences(chosen, Locale.of("ru")).text())
			.first()
			.getEvents()
			.getFirst();
		assertThat(cancelled.getStatus().isCancelled()).isTrue();
		assertThat(cancelled.getSequence().getValue()).isGreaterThan(letter.getFirst().getSequence().getValue());
	}

	@Test
	void datesThatResidentsMayNotSeeAreInNoLetter() {
		Event draft = this.programme.draft(this.network.zarechenskCentre(), "Черновик письма");
		UUID date = this.occurrences.add(Actor.portal(), draft.id(), ProgrammeWorld.on(ProgrammeWorld.SATURDAY)).id();
		for (List<UUID> none : List.of(List.of(date), List.<UUID>of(), List.of(UUID.randomUUID()))) {
			assertThatExceptionOfType(NotFoundException.class)
				.isThrownBy(() -> this.calendars.ofOccurrences(none, Locale.of("ru")));
		}
	}

	private ICalendar read(String address) {
		return Biweekly.parse(body(address)).first();
	}

	private String body(String address) {
		MvcTestResult result = get(address);
		assertThat(result).hasStatusOk();
		return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	private MvcTestResult get(String address) {
		return this.mvc.get().uri(java.net.URI.create(address)).exchange();
	}

	private static Document xml(String text) throws Exception {
		DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
		factory.setNamespaceAware(true);
		return factory.newDocumentBuilder().parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
	}

}
