package ru.sosedi.agreements.web;

import java.io.UnsupportedEncodingException;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import ru.sosedi.PortalTest;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.SignIn;
import ru.sosedi.agreements.AgreementKind;
import ru.sosedi.agreements.AgreementTemplates;
import ru.sosedi.world.AccountsWorld;
import ru.sosedi.world.AgreementsWorld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@PortalTest
class TemplatePagesTests {

	private static final String TEMPLATES = "/admin/agreements/templates";

	@Autowired
	MockMvcTester mvc;

	@Autowired
	AccountsWorld accounts;

	@Autowired
	AgreementsWorld world;

	@Autowired
	AgreementTemplates templates;

	@Test
	void coordinatorMakesATemplateClauseByClause() {
		Actor coordinator = this.accounts.coordinator();
		assertThat(get(coordinator, TEMPLATES + "/new")).hasStatusOk();
		MvcTestResult made = post(coordinator, TEMPLATES, "kind", "PARTNERSHIP", "title", "Свой шаблон", "sample",
				"true", "sides[0].roleName", "Библиотека", "sides[0].kind", "LIBRARY_SYSTEM", "sides[1].roleName",
				"НКО", "sides[1].kind", "NGO", "fields[2].name", "contact", "fields[2].label", "Кто отвечает",
				"fields[2].type", "TEXT", "steps[1].title", "Юрист", "steps[1].kind", "VISA", "steps[1].stage", "1");
		assertThat(made).hasStatus3xxRedirection();
		String address = made.getResponse().getRedirectedUrl();
		String version = html(get(coordinator, address + "/clauses/new")).select("input[name=version]").val();
		MvcTestResult unknown = post(coordinator, address + "/clauses", "part", "CLAUSE", "body",
				"{{contact}}, {{salary}}", "version", version);
		assertThat(unknown).hasStatus(422);
		assertThat(html(unknown).select("#body-error").text()).contains("salary").doesNotContain("contact");
		assertThat(post(coordinator, address + "/clauses", "part", "CLAUSE", "body", "Отвечает {{contact}}.", "version",
				version))
			.hasStatus3xxRedirection();
		assertThat(html(get(coordinator, address)).text()).contains("Отвечает {{contact}}.", "Юрист", "Кто отвечает");
		MvcTestResult stale = post(coordinator, address + "/clauses/1", "part", "CLAUSE", "body", "Иначе.", "version",
				version);
		assertThat(stale).hasStatus(409);
		assertThat(html(stale).select("#conflict").text()).contains("Отвечает {{contact}}.");
		assertThat(html(stale).select("#body").text()).isEqualTo("Иначе.");
		assertThat(post(coordinator, address + "/retirement")).hasStatus3xxRedirection();
		assertThat(html(get(coordinator, TEMPLATES)).text()).contains("Свой шаблон", "не используется");
	}

	@Test
	void frameThatCannotBeSoIsRefusedAtItsField() {
		Actor coordinator = this.accounts.coordinator();
		UUID template = this.world.template(AgreementKind.PARTNERSHIP);
		String address = TEMPLATES + "/" + template + "/frame";
		Document form = html(get(coordinator, address));
		assertThat(form.select("[name='sides[0].roleName']").val()).isEqualTo("НКО");
		MvcTestResult refused = post(coordinator, address, "kind", "PARTNERSHIP", "title", "Рамка", "sides[0].roleName",
				"НКО", "sides[0].kind", "NGO", "sides[1].roleName", "Библиотека", "sides[1].kind", "LIBRARY_SYSTEM",
				"version", form.select("input[name=version]").val());
		assertThat(refused).hasStatus(422);
		assertThat(html(refused).select(".error-summary").text()).contains("неизвестные поля", "contact");
		assertThat(html(refused).select("#title").val()).isEqualTo("Рамка");
		assertThat(post(coordinator, address, "kind", "PARTNERSHIP", "title", "Рамка", "sides[0].roleName", "НКО",
				"sides[0].kind", "PERSON", "version", "0"))
			.hasStatus(422);
		assertThat(this.templates.get(template).title()).isNotEqualTo("Рамка");
	}

	@Test
	void samplesAreInstalledByAButton() {
		Actor coordinator = this.accounts.coordinator();
		assertThat(post(coordinator, TEMPLATES + "/samples")).hasStatus3xxRedirection();
		assertThat(html(get(coordinator, TEMPLATES)).text()).contains("Рамочное соглашение о сотрудничестве",
				"Соглашение о волонтёрской помощи", "образец, юрист не смотрел");
		assertThat(get(this.accounts.methodologist(), TEMPLATES)).hasStatus(403);
	}

	private MvcTestResult get(Actor actor, String address) {
		return this.mvc.get().uri(address).with(SignIn.as(actor)).exchange();
	}

	private MvcTestResult post(Actor actor, String address, String... fields) {
		var request = this.mvc.post().uri(address).with(SignIn.as(actor)).with((RequestPostProcessor) csrf());
		for (int i = 0; i < fields.length; i += 2) {
			request = request.param(fields[i], fields[i + 1]);
		}
		return request.exchange();
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
