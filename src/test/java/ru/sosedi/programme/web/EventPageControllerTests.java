package ru.sosedi.programme.web;

import java.time.Instant;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.sosedi.PortalTest;
import ru.sosedi.SqlStatements;
import ru.sosedi.programme.Audience;
import ru.sosedi.programme.ProgrammeRows;
import ru.sosedi.programme.Theme;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
class EventPageControllerTests {

	private static final Instant SATURDAY = Instant.parse("2026-11-21T09:00:00Z");

	private static final Instant NEXT_SATURDAY = Instant.parse("2026-11-28T09:00:00Z");

	private static final Instant LAST_SATURDAY = Instant.parse("2026-11-14T09:00:00Z");

	@Autowired
	MockMvcTester mvc;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	JsonMapper json;

	@Autowired
	SqlStatements sqlStatements;

	private ProgrammeRows rows;

	private ProgrammeRows.Centre centre;

	@BeforeEach
	void own() {
		this.rows = ProgrammeRows.in(this.jdbc);
		this.centre = this.rows.centre("Центр «Северный»");
	}

	private MvcTestResult get(String address) {
		return this.mvc.get().uri(address).exchange();
	}

	private Document page(String address) throws Exception {
		MvcTestResult result = get(address);
		assertThat(result).hasStatusOk();
		return Jsoup.parse(result.getResponse().getContentAsString());
	}

	private static String of(UUID event) {
		return "/events/" + event + "/slug-of-it";
	}

	@Test
	void thePageTellsAllThatAResidentAsks() throws Exception {
		UUID event = this.rows.event(this.centre, "Оригами")
			.audience(Audience.CHILDREN)
			.theme(Theme.CRAFTS)
			.partner("клуб «Журавль»")
			.with("accessible", true)
			.at(SATURDAY)
			.save();
		Document page = page(of(event));
		assertThat(page.select("h1").text()).isEqualTo("Мастер-класс «Оригами» 6+");
		assertThat(page.title()).startsWith("Мастер-класс «Оригами» 6+ · ");
		assertThat(page.select(".facts").text()).contains("завтра, суббота, 21 ноября, 14:00–15:30", "ул. Кедровая, 12",
				"читальный зал", "дети до 14 лет", "клуб «Журавль»", "без ступеней", "рукоделие и ремёсла");
		assertThat(page.select(".panel").text()).contains("Вход свободный", "12 мест", "бесплатное");
		assertThat(page.select(".panel a").eachAttr("href")).contains("/feeds/events/" + event + ".ics");
		assertThat(page.select(".crumbs a").eachAttr("href")).contains("/events", "/centres/" + this.centre.slug());
	}

	@Test
	void theSameInEnglish() throws Exception {
		UUID event = this.rows.event(this.centre, "Оригами").audience(Audience.CHILDREN).at(SATURDAY).save();
		Document page = page(of(event) + "?lang=en");
		assertThat(page.select("h1").text()).startsWith("Workshop");
		assertThat(page.select(".panel").text()).contains("Free entry", "12 seats");
	}

	@Test
	void aSignUpIsToldByWords() throws Exception {
		UUID event = this.rows.event(this.centre, "Курс")
			.with("admission", "SIGN_UP")
			.with("contact", "Ирина, 2-00-00")
			.at(SATURDAY)
			.save();
		assertThat(page(of(event)).select(".panel").text()).contains("По записи",
				"Записаться можно у библиотекаря: Ирина, 2-00-00");
	}

	@Test
	void aWrongSlugLeadsToTheRightOne() {
		UUID event = this.rows.event(this.centre, "Оригами").at(SATURDAY).save();
		assertThat(get("/events/" + event)).hasStatus(301).hasRedirectedUrl(of(event));
		assertThat(get("/events/" + event + "/anything?on=2026-11-21")).hasStatus(301)
			.hasRedirectedUrl(of(event) + "?on=2026-11-21");
		assertThat(get("/events/" + event + "/x?on=%0D%0Aevil")).hasRedirectedUrl(of(event));
	}

	@Test
	void draftsAndIdsOfNobodyAreNotFound() {
		UUID draft = this.rows.event(this.centre, "Черновик").with("state", "DRAFT").at(SATURDAY).save();
		this.jdbc.sql("update event set published_at = null where id = ?").param(draft).update();
		assertThat(get(of(draft))).hasStatus(404);
		assertThat(get("/events/" + UUID.randomUUID() + "/x")).hasStatus(404);
		assertThat(get("/events/not-an-id")).hasStatus(404);
		assertThat(get("/events/not-an-id/x")).hasStatus(404);
	}

	@Test
	void oneDateOfASeriesIsChosenByItsDay() throws Exception {
		UUID event = this.rows.event(this.centre, "Хор")
			.at(LAST_SATURDAY)
			.at(SATURDAY, "Санитарный день")
			.at(NEXT_SATURDAY)
			.save();
		Document next = page(of(event));
		assertThat(next.select(".dates a[aria-current]").text()).startsWith("28 ноября");
		assertThat(next.select(".dates a.off").text()).contains("21 ноября", "отменено: Санитарный день");
		Document cancelled = page(of(event) + "?on=2026-11-21");
		assertThat(cancelled.select(".note.danger").text()).contains("21 ноября", "Причина: Санитарный день");
		assertThat(cancelled.select(".panel").text()).contains("Отменено");
		assertThat(page(of(event) + "?on=2026-11-14").select(".panel").text()).contains("Состоялось");
		assertThat(page(of(event) + "?on=nonsense").select(".panel").text()).contains("Вход свободный");
	}

	@Test
	void aCancelledEventSaysWhyAndWhereToGoInstead() throws Exception {
		this.rows.event(this.centre, "Шахматы").at(NEXT_SATURDAY).save();
		UUID event = this.rows.event(this.centre, "Хор")
			.with("state", "CANCELLED")
			.with("reason", "Ремонт зала")
			.at(SATURDAY)
			.save();
		Document page = page(of(event));
		assertThat(page.select(".note.danger").text()).contains("Мероприятие отменено", "Ремонт зала");
		assertThat(page.select(".event h3").text()).contains("Шахматы");
	}

	@Test
	void anotherClockIsNamed() throws Exception {
		ProgrammeRows.Centre far = this.rows.centre("Дальний", "Asia/Kamchatka", null);
		UUID event = this.rows.event(far, "Хор").at(SATURDAY).save();
		assertThat(page(of(event)).select(".facts").text()).contains("21:00–22:30", "по местному времени, UTC+12");
	}

	@Test
	void machinesReadEveryDate() throws Exception {
		UUID event = this.rows.event(this.centre, "Хор").at(SATURDAY, "Санитарный день").at(NEXT_SATURDAY).save();
		JsonNode dates = this.json.readTree(page(of(event)).select("script[type=application/ld+json]").html());
		assertThat(dates.size()).isEqualTo(2);
		assertThat(dates.get(0).get("eventStatus").asString()).isEqualTo("https://schema.org/EventCancelled");
		assertThat(dates.get(1).get("startDate").asString()).isEqualTo("2026-11-28T14:00+05:00");
		assertThat(dates.get(1).get("location").get("address").asString()).isEqualTo("ул. Кедровая, 12");
		assertThat(dates.get(1).get("url").asString()).endsWith(of(event) + "?on=2026-11-28");
	}

	@Test
	void textsComeOutAsTextEverywhere() throws Exception {
		String evil = "</script><script>alert(1)</script>\"'&\u2028<img src=x onerror=alert(1)>";
		UUID event = this.rows.event(this.centre, evil)
			.with("summary", evil)
			.with("contact", evil)
			.partner(evil)
			.at(SATURDAY, evil)
			.at(NEXT_SATURDAY)
			.save();
		String html = get(of(event)).getResponse().getContentAsString();
		assertThat(html).doesNotContain("<script>alert", "<img src=x").doesNotContain("\u2028</");
		Document page = Jsoup.parse(html);
		String data = page.select("script[type=application/ld+json]").html();
		assertThat(data).doesNotContain("<", ">", "&", "\u2028");
		assertThat(this.json.readTree(data).get(0).get("description").asString()).isEqualTo(evil);
		assertThat(page.select("meta[property=og:description]").attr("content")).isEqualTo(evil);
	}

	@Test
	void theEventCostsAtMostThreeStatements() {
		UUID held = this.rows.event(this.centre, "Хор").at(SATURDAY).at(NEXT_SATURDAY).save();
		UUID cancelled = this.rows.event(this.centre, "Хор").at(SATURDAY, "Болезнь").save();
		get(of(held));
		assertThat(this.sqlStatements.during(() -> get(of(held)))).hasSizeLessThanOrEqualTo(3);
		assertThat(this.sqlStatements.during(() -> get(of(cancelled)))).hasSizeLessThanOrEqualTo(3);
	}

	@Test
	void visitorsGetNoCookieAndNoSessionAndMayKeepThePage() {
		UUID event = this.rows.event(this.centre, "Хор").at(SATURDAY).save();
		MvcTestResult first = get(of(event));
		assertThat(first.getResponse().getCookies()).isEmpty();
		assertThat(first.getRequest().getSession(false)).isNull();
		String tag = first.getResponse().getHeader("ETag");
		assertThat(this.mvc.get().uri(of(event)).header("If-None-Match", tag).exchange()).hasStatus(304);
	}

}
