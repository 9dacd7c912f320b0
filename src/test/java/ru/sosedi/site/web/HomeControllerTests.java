package ru.sosedi.site.web;

import java.time.Instant;

import jakarta.servlet.http.Cookie;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import ru.sosedi.PortalTest;
import ru.sosedi.SqlStatements;
import ru.sosedi.programme.ProgrammeRows;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
class HomeControllerTests {

	/** In an hour: among the first rows whatever other tests left. */
	private static final Instant SOON = Instant.parse("2026-11-20T04:00:01Z");

	@Autowired
	MockMvcTester mvc;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	SqlStatements sqlStatements;

	private Document home(Cookie... cookies) throws Exception {
		MvcTestResult result = this.mvc.get().uri("/").cookie(cookies).exchange();
		assertThat(result).hasStatusOk();
		return Jsoup.parse(result.getResponse().getContentAsString());
	}

	@Test
	void theNextDaysStandOnTheFirstPage() throws Exception {
		ProgrammeRows rows = ProgrammeRows.in(this.jdbc);
		rows.event(rows.centre("Центр на Заводской"), "Пироги и планы").at(SOON).save();
		Document page = home(new Cookie("lang", "ru"));
		assertThat(page.select(".event h3").text()).contains("«Пироги и планы»");
		assertThat(page.select(".date.today")).isNotEmpty();
		assertThat(page.select(".chips a").eachAttr("href")).contains("/events?when=today", "/events?audience=seniors");
		assertThat(page.select("form.search").attr("action")).isEqualTo("/events");
	}

	@Test
	void theOwnCentreStandsFirstAmongTheCentres() throws Exception {
		ProgrammeRows rows = ProgrammeRows.in(this.jdbc);
		ProgrammeRows.Centre centre = rows.centre("Яблоневый центр");
		this.jdbc.sql("insert into timetable values (?, 'ALL_YEAR', '--01-01', '--12-31')")
			.param(centre.libraryId())
			.update();
		this.jdbc.sql("insert into timetable_day values (?, 'ALL_YEAR', 5, '09:00', '18:00', '13:00', '14:00')")
			.param(centre.libraryId())
			.update();
		Document page = home(new Cookie("centre", centre.slug()));
		assertThat(page.select("aside li").first().text())
			.isEqualTo("Яблоневый центр открыт до 18:00, обед 13:00–14:00");
		assertThat(page.select("aside li small").first().className()).isEqualTo("open");
	}

	@Test
	void aCentreThatIsNoneHarmsNothing() throws Exception {
		assertThat(home(new Cookie("centre", "../x")).select("h1")).isNotEmpty();
	}

	@Test
	void homeCostsAtMostFourStatementsAndSetsNoCookie() throws Exception {
		home(new Cookie("lang", "ru"));
		assertThat(this.sqlStatements.during(() -> this.mvc.get().uri("/").exchange())).hasSizeLessThanOrEqualTo(4);
		MvcTestResult result = this.mvc.get().uri("/").exchange();
		assertThat(result.getResponse().getCookies()).isEmpty();
		assertThat(result.getRequest().getSession(false)).isNull();
		String tag = result.getResponse().getHeader("ETag");
		assertThat(this.mvc.get().uri("/").header("If-None-Match", tag).exchange()).hasStatus(304);
	}

}
