package ru.sosedi.agreements.web;

import java.util.UUID;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import ru.sosedi.PortalTest;
import ru.sosedi.SqlStatements;
import ru.sosedi.agreements.Agreements;
import ru.sosedi.world.AgreementsWorld;

import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
class RegisterControllerTests {

	private static final int LIST_BUDGET = 6;

	private static final int PAGE_BUDGET = 14;

	@Autowired
	MockMvcTester mvc;

	@Autowired
	AgreementsWorld world;

	@Autowired
	Agreements agreements;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	SqlStatements statements;

	@Test
	void publishedAgreementSaysItsSidesTermStateAndPromises() {
		AgreementsWorld.Case one = published();
		String number = number(one);
		Document list = page("/agreements?q=" + number);
		assertThat(list.select("article")).hasSize(1);
		assertThat(list.select("article").text()).contains(number, "действует", "ЦБС");
		Document show = page("/agreements/" + one.id());
		assertThat(show.text()).contains("Мастер-классы для соседей", "4, мероприятия, каждый квартал", "НКО",
				"Библиотека", "Центр");
	}

	@Test
	void whatTheNetworkDidNotPublishIsNotThere() {
		AgreementsWorld.Case one = this.world.signed();
		assertThat(page("/agreements?state=all&q=" + number(one)).select("article")).isEmpty();
		assertThat(this.mvc.get().uri("/agreements/" + one.id()).exchange()).hasStatus(404);
		assertThat(page("/agreements/of-partner/" + one.ngo()).select("article")).isEmpty();
	}

	@Test
	void terminatedAgreementLeavesTheListOfThoseInForceAndSaysSo() {
		AgreementsWorld.Case one = published();
		this.world.terminate(one, this.agreements.today().minusDays(1));
		String number = number(one);
		assertThat(page("/agreements?q=" + number).select("article")).isEmpty();
		assertThat(page("/agreements?state=all&q=" + number).select("article").text()).contains("расторгнуто");
		assertThat(page("/agreements/" + one.id()).text()).contains("Соглашение расторгнуто");
	}

	@Test
	void partnerShowsWhatIsInForce() {
		AgreementsWorld.Case one = published();
		assertThat(page("/agreements/of-partner/" + one.ngo()).text()).contains(number(one));
	}

	@Test
	void publicPagesHaveNoPersonalDataBesideNames() {
		AgreementsWorld.Case one = published();
		assertThat(page("/agreements/" + one.id()).text()).doesNotContain("@zarechensk", "р/с", "+7 000 000-00-02");
	}

	@Test
	void searchTakesWordsAsTheyAre() {
		assertThat(page("/agreements?q=%25").text()).contains("ничего не нашлось");
		assertThat(page("/agreements?q=" + "x".repeat(5000)).text()).contains("ничего не нашлось");
		assertThat(this.mvc.get().uri("/agreements?after=nonsense").exchange()).hasStatusOk();
		assertThat(this.mvc.get().uri("/agreements/nonsense").exchange()).hasStatus(404);
	}

	@Test
	void pagesKeepTheirBudget() {
		AgreementsWorld.Case one = published();
		page("/agreements");
		assertThat(this.statements.during(() -> page("/agreements"))).hasSizeLessThanOrEqualTo(LIST_BUDGET);
		assertThat(this.statements.during(() -> page("/agreements/" + one.id()))).hasSizeLessThanOrEqualTo(PAGE_BUDGET);
	}

	@Test
	void nobodyGetsACookie() {
		MvcTestResult result = this.mvc.get().uri("/agreements").exchange();
		assertThat(result.getResponse().getCookies()).isEmpty();
		assertThat(result.getResponse().getHeader("Set-Cookie")).isNull();
	}

	private AgreementsWorld.Case published() {
		AgreementsWorld.Case one = this.world.signed();
		this.jdbc.sql("update agreement set published_at = now() where id = ?").param(one.id()).update();
		return one;
	}

	private String number(AgreementsWorld.Case one) {
		return this.jdbc.sql("select number from agreement where id = ?")
			.param((UUID) one.id())
			.query(String.class)
			.single();
	}

	private Document page(String address) {
		MvcTestResult result = this.mvc.get().uri(address).exchange();
		assertThat(result).hasStatusOk();
		return Jsoup
			.parse(new String(result.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8));
	}

}
