package ru.sosedi.programme.web;

import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import ru.sosedi.PortalTest;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.SignIn;
import ru.sosedi.network.NeighbourhoodCentre;
import ru.sosedi.programme.Event;
import ru.sosedi.programme.EventService;
import ru.sosedi.programme.Occurrence;
import ru.sosedi.programme.Pictures;
import ru.sosedi.shared.Ids;
import ru.sosedi.world.AccountsWorld;
import ru.sosedi.world.NetworkWorld;
import ru.sosedi.world.ProgrammeWorld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@PortalTest
class EventsDeskControllerTests {

	private static final String EVENTS = "/desk/programme/events";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private NetworkWorld network;

	@Autowired
	private AccountsWorld accounts;

	@Autowired
	private ProgrammeWorld programme;

	@Autowired
	private EventService events;

	private NeighbourhoodCentre centre;

	private Actor librarian;

	@BeforeEach
	void aLibrarianOfTheCentre() {
		this.centre = this.network.zarechenskCentre();
		this.librarian = this.accounts.librarian(this.centre.library().id());
	}

	@Test
	void theFormOpensReadyToBeFilled() {
		Document page = page(get(EVENTS + "/new"));
		assertThat(page.select("select[name=centreId] option")).hasSize(1);
		assertThat(page.select("input[name=day]").val()).isEqualTo("2026-11-27");
		assertThat(page.select("input[name=ends]").val()).isEqualTo("16:30");
		assertThat(page.select("input[name=ageMark][checked]").val()).isEqualTo("FROM_6");
		assertThat(page.select("input[name=admission][checked]").val()).isEqualTo("FREE_ENTRY");
	}

	@Test
	void aSeriesIsMadeWithoutItsHolidayAndPublished() {
		MultiValueMap<String, String> fields = fields("Weekly");
		fields.set("repeats", "WEEKLY");
		fields.addAll("weekdays", List.of("TUESDAY", "THURSDAY"));
		fields.set("day", "2026-12-01");
		fields.set("until", "2027-01-31");
		fields.set("excludedDays", "05.01.2027\n2027-01-07");
		Event event = created(post(EVENTS, fields));
		List<Occurrence> dates = this.programme.occurrencesOf(event);
		assertThat(dates).hasSize(16);
		Document page = page(get(EVENTS + "/" + event.id()));
		assertThat(page.select("ul.date-rows li")).hasSize(16);
		assertThat(post(EVENTS + "/" + event.id() + "/publication", new LinkedMultiValueMap<>()))
			.hasRedirectedUrl(EVENTS + "/" + event.id());
		assertThat(this.programme.occurrencesOf(event)).allMatch(Occurrence::isListed);
		Document form = page(get(EVENTS + "/" + event.id() + "/dates?series="));
		assertThat(form.select("input[name=weekdays][checked]").eachAttr("value")).containsExactly("TUESDAY",
				"THURSDAY");
	}

	@Test
	void thePreviewSaysWhichDaysAreClosedAndKeepsWhatWasTyped() {
		MultiValueMap<String, String> fields = fields("Previewed");
		fields.set("repeats", "WEEKLY");
		fields.addAll("weekdays", List.of("MONDAY", "TUESDAY"));
		fields.set("count", "4");
		fields.set("step", "preview");
		MvcTestResult result = post(EVENTS, fields);
		assertThat(result).hasStatusOk();
		Document page = page(result);
		assertThat(page.select("#preview ol li")).hasSize(4);
		assertThat(page.select("input[name=leaveOut][checked]")).hasSize(2);
		assertThat(page.select("input[name=title]").val()).isEqualTo("Previewed");
		fields.remove("step");
		fields.set("leaveOut", page.select("input[name=leaveOut]").first().val());
		assertThat(this.programme.occurrencesOf(created(post(EVENTS, fields)))).hasSize(3);
	}

	@Test
	void aRefusedFormKeepsWhatWasTyped() {
		MultiValueMap<String, String> fields = fields(" ");
		fields.set("summary", "x".repeat(401));
		fields.set("day", "31.02.2026");
		MvcTestResult result = post(EVENTS, fields);
		assertThat(result).hasStatus(422);
		Document page = page(result);
		assertThat(page.select("#summary").val()).hasSize(401);
		assertThat(page.select("#title-error, #summary-error, #day-error")).hasSize(3);
		assertThat(page.select(".error-summary a[href=#title]")).isNotEmpty();
	}

	@Test
	void absurdRulesAreRefusedInWords() {
		MultiValueMap<String, String> fields = fields("Absurd");
		fields.set("repeats", "WEEKLY");
		for (String count : List.of("1000000000", "-1", "99999", "abc", "401")) {
			fields.set("count", count);
			assertThat(post(EVENTS, fields)).hasStatus(422);
		}
		fields.set("count", "");
		for (String until : List.of("2020-01-01", "9999-12-31", "+999999999-12-31", "")) {
			fields.set("until", until);
			assertThat(post(EVENTS, fields)).hasStatus(422);
		}
	}

	@Test
	void hostileTextsComeOutHarmless() {
		MultiValueMap<String, String> fields = fields("</script><script>alert(1)</script>\r\nX-Y: z");
		fields.set("description", "<img src=x onerror=alert(1)> [x](javascript:alert(1))");
		fields.set("partnerFound", "\"><svg onload=alert(1)>=cmd|' /C calc'!A0");
		fields.set("newPartner", "yes");
		Event event = created(post(EVENTS, fields));
		assertThat(event.title()).isEqualTo("</script><script>alert(1)</script> X-Y: z");
		Document page = page(get(EVENTS + "/" + event.id()));
		assertThat(page.select("main script, main svg, main img")).isEmpty();
		assertThat(page.select("h1").text()).contains("</script><script>alert(1)</script>");
		assertThat(page.select("a[href^=javascript]")).isEmpty();
		fields.set("title", "a\u0000b");
		assertThat(post(EVENTS, fields)).hasStatus4xxClientError();
	}

	@Test
	void tenThousandCharactersAreRefusedInATitle() {
		assertThat(post(EVENTS, fields("x".repeat(10_000)))).hasStatus(422);
	}

	@Test
	void anUnknownChoiceIsRefusedAtItsField() {
		MultiValueMap<String, String> fields = fields("Unknown");
		for (String field : List.of("form", "ageMark", "deliveryMode", "admission", "language", "centreId", "roomId")) {
			String known = fields.getFirst(field);
			fields.set(field, field.equals("roomId") ? UUID.randomUUID().toString() : "NOT-THERE'\"<");
			MvcTestResult result = post(EVENTS, fields);
			assertThat(result).as(field).hasStatus(422);
			fields.set(field, known);
		}
	}

	@Test
	void aStaleEditShowsBothTexts() {
		Event event = this.programme.draft(this.centre, "Stale");
		MultiValueMap<String, String> fields = fields("Mine");
		fields.set("version", event.version().toString());
		assertThat(post(EVENTS + "/" + event.id(), fields)).hasStatus3xxRedirection();
		fields.set("title", "Yours");
		MvcTestResult result = post(EVENTS + "/" + event.id(), fields);
		assertThat(result).hasStatus(409);
		Document page = page(result);
		assertThat(page.select("#conflict").text()).contains("Mine");
		assertThat(page.select("#title").val()).isEqualTo("Yours");
		fields.set("version", page.select("input[name=version]").val());
		assertThat(post(EVENTS + "/" + event.id(), fields)).hasStatus3xxRedirection();
	}

	@Test
	void aPictureIsKeptWhenTheFormIsRefusedAndNeedsWords() {
		MultiValueMap<String, String> fields = fields("Pictured");
		MvcTestResult refused = this.mvc.post()
			.uri(EVENTS)
			.multipart()
			.file(new MockMultipartFile("picture", "x.jpg", "image/jpeg", Pictures.jpeg(640, 480)))
			.params(fields)
			.with(SignIn.as(this.librarian))
			.with(csrf())
			.exchange();
		assertThat(refused).hasStatus(422);
		Document page = page(refused);
		String picture = page.select("input[name=pictureId]").val();
		assertThat(picture).isNotEmpty();
		assertThat(page.select("#pictureAlt-error")).isNotEmpty();
		fields.set("pictureId", picture);
		fields.set("pictureAlt", "Paper cranes");
		Event event = created(post(EVENTS, fields));
		assertThat(event.pictureId()).hasToString(picture);
		assertThat(get("/pictures/" + picture + "/small")).hasStatusOk().hasContentType("image/jpeg");
		assertThat(this.mvc.get().uri("/pictures/" + picture + "/small").exchange()).hasStatus(404);
		post(EVENTS + "/" + event.id() + "/publication", new LinkedMultiValueMap<>());
		MvcTestResult open = this.mvc.get().uri("/pictures/" + picture + "/large").exchange();
		assertThat(open).hasStatusOk();
		assertThat(open.getResponse().getHeader("Cache-Control")).contains("immutable", "public");
		assertThat(open.getResponse().getHeader("ETag")).contains(picture);
		assertThat(this.mvc.get().uri("/pictures/" + picture + "/huge").exchange()).hasStatus(404);
	}

	@Test
	void aForeignEventIsNotFound() {
		Event event = this.programme.published(this.network.openCentre("Foreign desk"), "Foreign");
		Occurrence date = this.programme.occurrencesOf(event).getFirst();
		for (String path : List.of("", "/edit", "/dates", "/cancellation")) {
			assertThat(get(EVENTS + "/" + event.id() + path)).hasStatus(404);
		}
		for (String act : List.of("", "/publication", "/withdrawal", "/copy", "/removal", "/cancellation", "/dates")) {
			assertThat(post(EVENTS + "/" + event.id() + act, fields("x"))).hasStatus(404);
		}
		assertThat(get("/desk/programme/occurrences/" + date.id())).hasStatus(404);
		assertThat(post("/desk/programme/occurrences/" + date.id() + "/cancellation", fields("x"))).hasStatus(404);
		assertThat(this.events.forReading(Actor.portal(), event.id()).version()).isEqualTo(event.version());
	}

	@Test
	void oneDateIsMovedAndAnotherCancelledWithAReason() {
		Event event = this.programme.published(this.centre, ProgrammeWorld.details("Moved"),
				ProgrammeWorld.on(ProgrammeWorld.SATURDAY), ProgrammeWorld.on(ProgrammeWorld.SATURDAY.plusDays(7)));
		List<Occurrence> dates = this.programme.occurrencesOf(event);
		String address = "/desk/programme/occurrences/" + dates.getFirst().id();
		MultiValueMap<String, String> fields = fields("x");
		fields.set("version", page(get(address)).select("input[name=version]").val());
		fields.set("day", "2026-11-29");
		assertThat(post(address, fields)).hasStatus3xxRedirection();
		assertThat(post(address, fields)).hasStatus(409);
		MultiValueMap<String, String> reason = new LinkedMultiValueMap<>();
		String other = "/desk/programme/occurrences/" + dates.getLast().id() + "/cancellation";
		assertThat(post(other, reason)).hasStatus(422);
		reason.set("reason", "The host is ill");
		assertThat(post(other, reason)).hasStatus3xxRedirection();
		assertThat(page(get(EVENTS + "/" + event.id())).select("ul.date-rows").text()).contains("The host is ill");
	}

	@Test
	void cancellationShowsItsEffectFirst() {
		Event event = this.programme.published(this.centre, "Effect");
		String address = EVENTS + "/" + event.id() + "/cancellation";
		assertThat(page(get(address)).select(".effect").text()).contains("1");
		MultiValueMap<String, String> reason = new LinkedMultiValueMap<>();
		reason.set("reason", "Repair");
		assertThat(post(address, reason)).hasRedirectedUrl(EVENTS + "/" + event.id());
		assertThat(page(get(EVENTS + "/" + event.id())).text()).contains("Repair");
	}

	@Test
	void theMonthIsAListAndAGrid() {
		this.programme.published(this.centre, "In the month");
		for (String query : List.of("?month=2026-11", "?month=2026-11&view=grid", "?month=x&centre=y&view=z", "")) {
			MvcTestResult month = get("/desk/programme" + query);
			assertThat(month).hasStatusOk();
			assertThat(page(month).text()).contains("In the month");
		}
		assertThat(get("/desk/programme?month=%2B999999999-12")).hasStatusOk();
	}

	@Test
	void theDeskSaysWhatIsNeededToday() {
		this.programme.draft(this.centre, "Unfinished");
		this.programme.published(this.centre, ProgrammeWorld.details("Tonight"),
				ProgrammeWorld.on(LocalDate.of(2026, 11, 20)));
		assertThat(page(get("/desk")).text()).contains("Unfinished", "Tonight");
		for (Actor other : List.of(this.accounts.methodologist(), this.accounts.administrator(),
				this.accounts.coordinator(), this.accounts.ngoLeader(Ids.next()))) {
			MvcTestResult desk = this.mvc.get().uri("/desk").with(SignIn.as(other)).exchange();
			assertThat(desk).hasStatusOk();
			assertThat(page(desk).text()).contains("Tonight");
		}
	}

	@Test
	void aMethodologistReadsAndIsNotOfferedToWrite() {
		Event event = this.programme.published(this.centre, "Read only");
		Actor methodologist = this.accounts.methodologist();
		MvcTestResult result = this.mvc.get().uri(EVENTS + "/" + event.id()).with(SignIn.as(methodologist)).exchange();
		assertThat(result).hasStatusOk();
		assertThat(page(result).select("main form")).isEmpty();
		assertThat(this.mvc.get().uri(EVENTS + "/new").with(SignIn.as(methodologist)).exchange()).hasStatus(403);
	}

	private MultiValueMap<String, String> fields(String title) {
		MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
		fields.set("centreId", this.centre.id().toString());
		fields.set("form", "WORKSHOP");
		fields.set("title", title);
		fields.set("summary", "Folding paper");
		fields.set("description", "**Bold**");
		fields.set("ageMark", "FROM_6");
		fields.set("audiences", "FAMILIES");
		fields.set("deliveryMode", "IN_HOUSE");
		fields.set("admission", "FREE_ENTRY");
		fields.set("language", "ru");
		fields.set("day", "2026-12-01");
		fields.set("starts", "15:00");
		fields.set("ends", "16:30");
		fields.set("repeats", "once");
		fields.set("interval", "1");
		return fields;
	}

	private Event created(MvcTestResult result) {
		assertThat(result).hasStatus3xxRedirection();
		String address = result.getResponse().getRedirectedUrl();
		return this.events.forReading(Actor.portal(), UUID.fromString(address.substring(address.lastIndexOf('/') + 1)));
	}

	private MvcTestResult get(String address) {
		return this.mvc.get().uri(URI.create(address)).with(SignIn.as(this.librarian)).exchange();
	}

	private MvcTestResult post(String address, MultiValueMap<String, String> fields) {
		MockMvcRequestBuilder request = this.mvc.post().uri(address).params(fields);
		return request.with(SignIn.as(this.librarian)).with(csrf()).exchange();
	}

	private static Document page(MvcTestResult result) {
		try {
			return Jsoup.parse(result.getResponse().getContentAsString(StandardCharsets.UTF_8));
		}
		catch (UnsupportedEncodingException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
