package ru.sosedi.partners.web;

import java.io.UnsupportedEncodingException;
import java.time.LocalDate;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import ru.sosedi.PortalTest;
import ru.sosedi.SqlStatements;
import ru.sosedi.accounts.Actor;
import ru.sosedi.partners.Alliance;
import ru.sosedi.partners.Alliances;
import ru.sosedi.partners.Ngo;
import ru.sosedi.partners.NgoService;
import ru.sosedi.shared.Ids;
import ru.sosedi.world.PartnersWorld;

import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
class PartnersControllerTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private PartnersWorld world;

	@Autowired
	private NgoService ngos;

	@Autowired
	private Alliances alliances;

	@Autowired
	private SqlStatements sqlStatements;

	@Test
	void anNgoIsFoundByWordsAreaAndTerritory() {
		Ngo ngo = this.world.ngo("Журавль " + Ids.next());
		String link = "article a[href=/partners/" + ngo.slug() + "]";
		for (String query : new String[] { "?q={q}", "?q={q}&area=family", "?q={q}&territory=Лесной",
				"?q={q} знакомиться" }) {
			assertThat(page("/partners" + query, ngo.shortName()).select(link)).as(query).hasSize(1);
		}
		for (String query : new String[] { "?q={q}&area=animals", "?q={q}&territory=Дальний", "?q=нефть" }) {
			assertThat(page("/partners" + query, ngo.shortName()).select(link)).as(query).isEmpty();
		}
	}

	@Test
	void onlyListedNgosAreShown() {
		String word = Ids.next().toString();
		this.world.named("Названная " + word);
		Ngo kept = this.ngos.create(Actor.portal(), PartnersWorld.details("Без каталога " + word), true);
		assertThat(page("/partners?q={q}", word).select("article")).isEmpty();
		assertThat(get("/partners/" + kept.slug())).hasStatus(404);
		assertThat(get("/partners/" + kept.slug() + "/logo")).hasStatus(404);
	}

	@Test
	void aCardShowsWhatIsPublicAndNothingElse() {
		Ngo ngo = this.world.ngo("Открытая " + Ids.next());
		Alliance alliance = this.alliances.create(Actor.portal(), "Альянс " + Ids.next());
		this.alliances.join(Actor.portal(), alliance.id(), ngo.id(), LocalDate.of(2026, 1, 1));
		MvcTestResult answer = get("/partners/" + ngo.slug());
		assertThat(answer).hasStatus(200).doesNotContainHeader("Set-Cookie").containsHeader("ETag");
		Document page = html(answer);
		assertThat(page.text()).contains(ngo.shortName(), "семья", "Заречный, Лесной", "+7 000 000-00-02",
				alliance.name(), ngo.details().inn().value(), "реестр СОНКО");
		assertThat(page.html()).contains("<strong>знакомиться</strong>")
			.doesNotContain("ngo@zarechensk.example", "40703810000000000001");
		assertThat(page.select("a[href=/agreements?partner=" + ngo.id() + "]")).hasSize(1);
		assertThat(page.select("a[href=/events?partner=" + ngo.id() + "]")).hasSize(1);
	}

	@Test
	void aPageThatDidNotChangeIsNotSentAgain() {
		Ngo ngo = this.world.ngo("Тег " + Ids.next());
		String tag = get("/partners/" + ngo.slug()).getResponse().getHeader("ETag");
		assertThat(this.mvc.get().uri("/partners/" + ngo.slug()).header("If-None-Match", tag)).hasStatus(304);
	}

	@Test
	void thePagesKeepToTheirBudgets() {
		Ngo ngo = this.world.ngo("Бюджет " + Ids.next());
		get("/partners");
		assertThat(this.sqlStatements.during(() -> get("/partners"))).hasSizeLessThanOrEqualTo(2);
		assertThat(this.sqlStatements.during(() -> get("/partners/" + ngo.slug()))).hasSizeLessThanOrEqualTo(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "?area=oil", "?after=x", "?q=%25_%5C", "?territory=%E2%80%A8", "?q=%3Cscript%3E",
			"?unknown=1" })
	void whatMakesNoSenseIsLeftOut(String query) {
		assertThat(this.mvc.get().uri(java.net.URI.create("/partners" + query)).exchange()).hasStatus(200)
			.bodyText()
			.doesNotContain("<script>alert", "<script></");
	}

	@Test
	void theSiteMapNamesThePage() {
		Ngo ngo = this.world.ngo("Карта сайта " + Ids.next());
		assertThat(get("/sitemap.xml")).bodyText().contains("/partners/" + ngo.slug());
	}

	private MvcTestResult get(String address) {
		return this.mvc.get().uri(address).exchange();
	}

	private Document page(String address, Object... values) {
		return html(this.mvc.get().uri(address, values).exchange());
	}

	private static Document html(MvcTestResult result) {
		try {
			return Jsoup.parse(result.getResponse().getContentAsString());
		}
		catch (UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
