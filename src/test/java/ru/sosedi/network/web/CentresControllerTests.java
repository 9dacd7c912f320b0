package ru.sosedi.network.web;

import java.time.Instant;
import java.time.LocalDate;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import ru.sosedi.PortalTest;
import ru.sosedi.SqlStatements;
import ru.sosedi.TestClock;
import ru.sosedi.accounts.Actor;
import ru.sosedi.network.CentreDetails;
import ru.sosedi.network.CentreKind;
import ru.sosedi.network.CentreService;
import ru.sosedi.network.NeighbourhoodCentre;
import ru.sosedi.world.NetworkWorld;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
class CentresControllerTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private NetworkWorld world;

	@Autowired
	private CentreService centres;

	@Autowired
	private SqlStatements sqlStatements;

	@Autowired
	private TestClock.MovableClock clock;

	@Autowired
	private JsonMapper json;

	@AfterEach
	void putTheClockBack() {
		this.clock.reset();
	}

	@Test
	void theListSaysInWordsWhetherACentreIsOpen() {
		NeighbourhoodCentre centre = this.world.openCentre("Центр «Слова о часах»");
		// Friday 20 November, in Zarechensk five hours ahead of UTC; winter until 19:00.
		assertThat(row(centre, "2026-11-20T03:00:00Z")).contains("откроется сегодня в 10:00");
		assertThat(row(centre, "2026-11-20T05:30:00Z")).contains("до 19:00, обед 13:00–14:00");
		assertThat(row(centre, "2026-11-20T08:30:00Z")).contains("обед до 14:00");
		assertThat(row(centre, "2026-11-20T10:00:00Z")).contains("до 19:00").doesNotContain("обед");
		assertThat(row(centre, "2026-11-20T15:00:00Z")).contains("откроется завтра в 10:00");
		assertThat(row(centre, "2026-11-23T05:00:00Z")).contains("сегодня выходной, откроется завтра в 10:00");
		assertThat(row(centre, "2026-11-27T05:00:00Z")).contains("сегодня санитарный день, откроется завтра в 10:00");
	}

	private String row(NeighbourhoodCentre centre, String moment) {
		this.clock.moveTo(Instant.parse(moment));
		return page("/centres?q=" + centre.name()).select("article:has(a[href=/centres/" + centre.slug() + "])").text();
	}

	@Test
	void onlyOpenCentresWhenAskedForThem() {
		NeighbourhoodCentre centre = this.world.openCentre("Центр «Только открытые»");
		this.clock.moveTo(Instant.parse("2026-11-20T06:00:00Z"));
		assertThat(page("/centres?open=now&q=Только открытые").select("article")).hasSize(1);
		this.clock.moveTo(Instant.parse("2026-11-20T16:00:00Z"));
		Document shut = page("/centres?open=now&q=Только открытые");
		assertThat(shut.select("article")).isEmpty();
		assertThat(shut.select(".empty").text()).contains("не нашлось");
		assertThat(centre.slug()).isNotEmpty();
	}

	@Test
	void typingErrorsAreForgivenAndPatternsAreText() {
		this.world.openCentre("Центр «Земляничная поляна»");
		assertThat(page("/centres?q=земленичная поляна").select("article").text()).contains("Земляничная поляна");
		assertThat(page("/centres?q=%25").select("article")).isEmpty();
		assertThat(page("/centres?q=_______").select("article")).isEmpty();
	}

	@Test
	void theNearestComeFirst() {
		NeighbourhoodCentre centre = this.world.openCentre("Центр «Отсюда»");
		assertThat(page("/centres?q=Отсюда").select("article .when")).isEmpty();
		Document page = page("/centres?from=" + centre.slug());
		assertThat(page.select("article .when").first().text()).isEqualTo("здесь");
		assertThat(page.text()).contains("Сначала ближайшие к центру: Центр «Отсюда»");
		assertThat(page("/centres?at=57,15; 65,53&q=Отсюда").select("article .when").text()).isEqualTo("здесь");
		assertThat(page("/centres?at=57.16 65.53&q=Отсюда").select("article .when").text()).isEqualTo("1,1 км");
	}

	@Test
	void closedCentresAreNotShownAndPlannedOnesSaySo() {
		NeighbourhoodCentre closed = this.world.openCentre("Центр «Закрылся»");
		this.centres.close(Actor.portal(), closed.library().id(), LocalDate.of(2026, 11, 1), "переезд");
		NeighbourhoodCentre paused = this.world.openCentre("Центр «Ремонт»");
		this.centres.pause(Actor.portal(), paused.library().id(), LocalDate.of(2026, 11, 1), "ремонт крыши");
		NeighbourhoodCentre planned = this.world.plannedCentre("Центр «Будет»", this.world.library("Будущая").id());
		this.centres.change(Actor.portal(), planned.library().id(), new CentreDetails(CentreKind.NEIGHBOURHOOD_CENTRE,
				"Центр «Будет»", null, LocalDate.of(2027, 2, 1), null), planned.version());
		assertThat(this.mvc.get().uri("/centres/" + closed.slug())).hasStatus(404);
		assertThat(page("/centres?q=Закрылся").select("article")).isEmpty();
		assertThat(page("/centres?q=Ремонт").select("article").text()).contains("приостановлен: ремонт крыши");
		assertThat(page("/centres?q=Будет").select("article").text()).contains("откроется 1 февраля 2027");
	}

	@Test
	void aCentreHasItsPage() {
		NeighbourhoodCentre centre = this.world.openCentre("Центр «Страница»");
		this.world.room(centre.library().id(), "Зал у окна");
		Document page = page("/centres/" + centre.slug());
		assertThat(page.select("h1").text()).isEqualTo("Центр «Страница»");
		assertThat(page.text()).contains("г. Зареченск, ул. Речная, 2", "Зал у окна", "40 мест", "Настольные игры",
				"Пандус у входа", "пятница, 27 ноября", "Летнее расписание");
		assertThat(page.select("tr.today").text()).contains("вторник").contains("10:00–19:00");
		assertThat(page.select("a[href^=geo:]")).hasSize(1);
		assertThat(page.select("a[href=/feeds/centres/" + centre.slug() + ".ics]")).isNotEmpty();
		assertThat(page.select("a[href^=/preferences/centre?slug=" + centre.slug() + "]")).hasSize(1);
	}

	@Test
	void aHostileNameStaysText() {
		String name = "</script><script>alert(1)</script>'\"<b>\u2028&";
		NeighbourhoodCentre centre = this.world.openCentre(name);
		Document page = page("/centres/" + centre.slug());
		assertThat(page.select("script:not([src]):not([type=application/ld+json])")).isEmpty();
		assertThat(page.select("h1 b")).isEmpty();
		JsonNode jsonLd = this.json.readTree(page.select("script[type=application/ld+json]").first().data());
		assertThat(jsonLd.get("name").asString()).isEqualTo(centre.name());
		assertThat(jsonLd.get("@type").asString()).isEqualTo("Library");
		assertThat(jsonLd.get("geo").get("latitude").asDouble()).isEqualTo(57.15);
	}

	@Test
	void thePagesKeepToTheirBudgetOfStatements() {
		NeighbourhoodCentre centre = this.world.openCentre("Центр «Бюджет»");
		page("/centres");
		for (String address : new String[] { "/centres?from=" + centre.slug(), "/centres?open=now",
				"/centres/" + centre.slug(), "/libraries" }) {
			assertThat(this.sqlStatements.during(() -> page(address))).as(address).hasSizeLessThanOrEqualTo(4);
		}
	}

	@Test
	void thePagesKeepNoSessionAndSetNoCookie() {
		NeighbourhoodCentre centre = this.world.openCentre("Центр «Без печенья»");
		for (String address : new String[] { "/centres", "/centres/" + centre.slug(), "/libraries" }) {
			MvcTestResult result = this.mvc.get().uri(address).exchange();
			assertThat(result.getResponse().getCookies()).as(address).isEmpty();
			assertThat(result.getRequest().getSession(false)).as(address).isNull();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/centres?kind=palace&accessible=wings&at=north&after=x&open=yes&from=<x>",
			"/centres?at=999;999", "/centres?after=00000000-0000-0000-0000-000000000000", "/centres?q=%00",
			"/centres?q='", "/centres?from=nowhere", "/libraries?after=x" })
	void whatMakesNoSenseIsIgnored(String address) {
		assertThat(this.mvc.get().uri(address)).hasStatusOk();
	}

	@Test
	void anUnknownCentreIsNotFound() {
		assertThat(this.mvc.get().uri("/centres/no-such-centre")).hasStatus(404);
	}

	@Test
	void thePagesAreInEnglishToo() {
		NeighbourhoodCentre centre = this.world.openCentre("Центр «По-английски»");
		assertThat(page("/centres?lang=en").select("h1").text()).isEqualTo("Neighbourhood centres");
		assertThat(page("/centres/" + centre.slug() + "?lang=en").text()).contains("Opening hours",
				"Winter: 1 September");
	}

	@Test
	void allLibrariesAreListedAndThoseWithACentreAreLinks() {
		NeighbourhoodCentre centre = this.world.openCentre("Центр «А при библиотеке»",
				this.world.library("«А» библиотека с центром").id());
		this.world.library("«А» библиотека без центра");
		Document page = page("/libraries");
		assertThat(page.select("h2 a[href=/centres/" + centre.slug() + "]")).hasSize(1);
		assertThat(page.select("h2:contains(библиотека без центра) a")).isEmpty();
	}

	private Document page(String address) {
		String[] parts = address.split("[?]", 2);
		var request = this.mvc.get().uri(parts[0]);
		if (parts.length > 1) {
			for (String parameter : parts[1].split("&")) {
				String[] pair = parameter.split("=", 2);
				request.queryParam(pair[0], pair[1].replace("%25", "%"));
			}
		}
		MvcTestResult result = request.exchange();
		assertThat(result).hasStatusOk();
		try {
			return Jsoup.parse(result.getResponse().getContentAsString());
		}
		catch (java.io.UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
