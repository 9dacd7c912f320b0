package ru.sosedi.programme.web;

import java.time.Instant;
import java.util.List;

import jakarta.servlet.http.Cookie;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ru.sosedi.PortalTest;
import ru.sosedi.SqlStatements;
import ru.sosedi.programme.Audience;
import ru.sosedi.programme.ProgrammeRows;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
class EventsControllerTests {

	private static final Instant TOMORROW = Instant.parse("2026-11-21T09:00:00Z");

	@Autowired
	MockMvcTester mvc;

	@Autowired
	JdbcClient jdbc;

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

	private String here(String more) {
		return "/events?centre=" + this.centre.slug() + more;
	}

	@Test
	void aRowTellsWhatWhereAndForWhom() throws Exception {
		this.rows.event(this.centre, "Оригами")
			.audience(Audience.CHILDREN)
			.partner("клуб «Журавль»")
			.at(TOMORROW)
			.save();
		Document page = page(here(""));
		assertThat(page.select(".day").size()).isEqualTo(1);
		assertThat(page.select(".event .when").text()).startsWith("14:00");
		assertThat(page.select(".event h3").text()).isEqualTo("Мастер-класс «Оригами» 6+");
		assertThat(page.select(".event p").text()).contains("Центр «Северный» и клуб «Журавль»", "читальный зал",
				"дети до 14 лет");
		assertThat(page.select(".event .state").text()).isEqualTo("вход свободный 12 мест");
		assertThat(page.select("h1").text()).isEqualTo("Программа: Центр «Северный»");
	}

	@Test
	void theCentresOwnPageShowsItsNextEvents() throws Exception {
		assertThat(page("/centres/" + this.centre.slug()).select("main .empty")).isNotEmpty();
		this.rows.event(this.centre, "Оригами").at(TOMORROW).save();
		Document page = page("/centres/" + this.centre.slug());
		assertThat(page.select("main .event h3").text()).isEqualTo("Мастер-класс «Оригами» 6+");
		assertThat(page.select("main .more a").attr("href")).isEqualTo(here(""));
	}

	@Test
	void theSameInEnglish() throws Exception {
		this.rows.event(this.centre, "Оригами").audience(Audience.CHILDREN).at(TOMORROW).save();
		Document page = page(here("&lang=en&when=weekend&free=yes"));
		assertThat(page.select(".event h3").text()).startsWith("Workshop");
		assertThat(page.select(".event .state").text()).isEqualTo("free entry 12 seats");
		assertThat(page.select("h1").text()).isEqualTo("Programme: weekend, Центр «Северный», free entry");
	}

	@Test
	void cancelledEventsStandInTheirPlaceWithTheReason() throws Exception {
		this.rows.event(this.centre, "Оригами").at(TOMORROW, "Санитарный день").save();
		assertThat(page(here("")).select(".event.off").text()).contains("отменено", "Причина: Санитарный день");
	}

	@Test
	void everyConditionCanBeRemovedByALink() throws Exception {
		Document page = page(here("&audience=children&free=yes"));
		assertThat(page.select(".chosen a").eachAttr("href")).contains(here("&free=yes"), here("&audience=children"),
				"/events?audience=children&free=yes");
		assertThat(page.select(".chosen a").text()).contains("Дети до 14 лет", "Вход свободный");
	}

	@Test
	void emptyFieldsOfAFormLeaveTheAddress() {
		assertThat(get(here("&q=&from=&to=&district=&free=yes"))).hasStatus3xxRedirection()
			.hasRedirectedUrl(here("&free=yes"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "?when=never", "?from=x&to=y", "?age=abc", "?after=zzz", "?view=grid", "?month=13",
			"?view=month&month=2026-13", "?view=month&month=999999999-01", "?view=month&month=0000-01", "?centre=%00",
			"?q=%00", "?q=%27%22%3A*%26%7C!%3C%3E()", "?q=%25", "?q=%F0%9F%98%80", "?theme=x&theme=y", "?page=2",
			"?to=2000-01-01", "?from=2100-12-31", "?language=zz" })
	void nonsenseIsIgnored(String query) {
		assertThat(get("/events" + query)).hasStatusOk();
	}

	@Test
	void aVeryLongSearchHarmsNothing() {
		assertThat(get("/events?q=" + "a".repeat(7000))).hasStatusOk();
	}

	@Test
	void theListGoesOnBehindTheCursor() throws Exception {
		for (int i = 0; i < 35; i++) {
			this.rows.event(this.centre, "№ " + i).at(TOMORROW.plusSeconds(i)).save();
		}
		Document first = page(here(""));
		assertThat(first.select(".event").size()).isEqualTo(30);
		Document second = page(first.select(".more a").attr("href"));
		assertThat(second.select(".event").size()).isEqualTo(5);
		assertThat(second.select(".more").size()).isZero();
	}

	@Test
	void textsComeOutAsText() throws Exception {
		String evil = "<script>alert(1)</script><img src=x onerror=alert(1)>";
		this.rows.event(this.centre, evil + " книга")
			.with("summary", evil + " книга")
			.partner(evil)
			.at(TOMORROW, evil)
			.save();
		for (String address : List.of(here(""), here("&q=книга"), here("&view=month&month=2026-11"))) {
			Document page = page(address);
			assertThat(page.select("main script, main img").size()).as(address).isZero();
			assertThat(page.select("main").text()).contains("<script>alert(1)</script>");
		}
	}

	@Test
	void theFoundWordIsMarkedInsideTheQuotationMarks() throws Exception {
		this.rows.event(this.centre, "Обмен книгами").at(TOMORROW).save();
		Document page = page(here("&q=книга"));
		assertThat(page.select(".event h3 mark").text()).isEqualTo("книгами");
		assertThat(page.select(".event h3 a").text()).isEqualTo("Мастер-класс «Обмен книгами»");
	}

	@Test
	void aMisspeltSearchShowsWhatWasMeant() throws Exception {
		this.rows.event(this.centre, "Оригами для всех").at(TOMORROW).save();
		Document page = page(here("&q=оригмаи"));
		assertThat(page.select(".instead .note").text()).contains("По запросу «оригмаи» ничего нет", "оригами");
		assertThat(page.select(".instead .event h3").text()).contains("Оригами для всех");
	}

	@Test
	void anEmptyDayShowsTheNextOnes() throws Exception {
		this.rows.event(this.centre, "Потом").at(TOMORROW).save();
		assertThat(page(here("&when=today")).select(".instead").text()).contains("В эти дни ничего нет", "Потом");
	}

	@Test
	void theMonthIsATableWithLinks() throws Exception {
		this.rows.event(this.centre, "Оригами").at(TOMORROW).save();
		Document page = page(here("&view=month&month=2026-11"));
		assertThat(page.select("table.month thead th").eachText()).hasSize(7);
		assertThat(page.select("td a.daylink").attr("href")).contains("from=2026-11-21", "to=2026-11-21");
		assertThat(page.select("td li a").text()).contains("14:00 Оригами");
		assertThat(page.select(".turn a").eachAttr("href")).first().asString().contains("month=2026-10");
	}

	@Test
	void theOwnCentreIsMarkedAndFirst() throws Exception {
		ProgrammeRows.Centre other = this.rows.centre("Другой");
		this.rows.event(other, "Раньше").at(TOMORROW).save();
		this.rows.event(this.centre, "Позже").at(TOMORROW.plusSeconds(3600)).save();
		MvcTestResult result = this.mvc.get()
			.uri("/events?centre=" + this.centre.slug() + "&centre=" + other.slug())
			.cookie(new Cookie("centre", this.centre.slug()))
			.exchange();
		Document page = Jsoup.parse(result.getResponse().getContentAsString());
		assertThat(page.select(".event h3").eachText()).first().asString().contains("Позже");
		assertThat(page.select(".event .own").size()).isEqualTo(1);
	}

	@Test
	void theListCostsAtMostFourStatements() {
		this.rows.event(this.centre, "Оригами для всех").at(TOMORROW).save();
		for (String address : List.of("/events", here("&when=week"), here("&q=оригами"), here("&q=оригмаи"),
				here("&view=month"), here("&when=today"))) {
			get(address);
			assertThat(this.sqlStatements.during(() -> assertThat(get(address)).hasStatusOk())).as(address)
				.hasSizeLessThanOrEqualTo(4);
		}
	}

	@Test
	void visitorsGetNoCookieAndNoSessionAndMayKeepThePage() {
		MvcTestResult first = get(here(""));
		assertThat(first.getResponse().getCookies()).isEmpty();
		assertThat(first.getRequest().getSession(false)).isNull();
		assertThat(first).headers().hasValue("Cache-Control", "no-cache").containsHeader("ETag");
		assertThat(first.getResponse().getHeaders("Vary")).anyMatch((vary) -> vary.contains("Cookie"));
		String tag = first.getResponse().getHeader("ETag");
		assertThat(this.mvc.get().uri(here("")).header("If-None-Match", tag).exchange()).hasStatus(304);
	}

}
