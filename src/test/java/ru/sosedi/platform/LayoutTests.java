package ru.sosedi.platform;

import java.io.UnsupportedEncodingException;
import java.security.MessageDigest;
import java.util.Base64;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import ru.sosedi.PortalTest;
import ru.sosedi.accounts.Role;
import ru.sosedi.accounts.SignIn;

import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
class LayoutTests {

	@Autowired
	MockMvcTester mvc;

	@Test
	void scriptIsTheOneThatThePageVouchesFor() throws Exception {
		Element script = page("/preferences").selectFirst("script[integrity]");
		MvcTestResult answer = this.mvc.get().uri(script.attr("src")).exchange();
		assertThat(answer).hasStatusOk().hasHeader("Cache-Control", "public, max-age=31536000, immutable");
		byte[] served = answer.getResponse().getContentAsByteArray();
		byte[] hash = MessageDigest.getInstance("SHA-384").digest(served);
		assertThat(script.attr("integrity")).isEqualTo("sha384-" + Base64.getEncoder().encodeToString(hash));
	}

	@Test
	void pageSaysItsNameAddressAndOtherLanguage() {
		Document page = page("/preferences?back=/events&lang=en");
		assertThat(page.title()).startsWith("Low-vision version · ");
		assertThat(page.selectFirst("link[rel=canonical]").attr("href")).endsWith("/preferences?lang=en");
		assertThat(page.selectFirst("link[hreflang=ru]").attr("href")).endsWith("/preferences");
		assertThat(page.select("link[rel=canonical], link[hreflang]")).hasSize(4);
		assertThat(page.selectFirst(".tools a[lang=ru]").attr("href"))
			.isEqualTo("/preferences/language?to=ru&back=/preferences?back%3D/events");
		assertThat(page.select("h1")).hasSize(1);
		assertThat(page.selectFirst("a.skip").attr("href")).isEqualTo("#main");
	}

	@Test
	void navigationOfTheWorkplacesShowsWhatTheRoleMayOpen() {
		Document page = Jsoup.parse(text("/admin/guide", Role.ADMINISTRATOR));
		assertThat(page.select("nav.work a").eachAttr("href")).contains("/desk", "/admin/accounts", "/admin/audit",
				"/me");
		assertThat(page.select("nav.work form[method=post][action=/logout] input[name=_csrf]")).hasSize(1);
		assertThat(page.select("link[rel=canonical]")).isEmpty();
	}

	@Test
	void everyFieldOfTheRefusedFormNamesItsError() {
		Document page = Jsoup.parse(text("/admin/guide/trouble", Role.ADMINISTRATOR));
		Element title = page.getElementById("title");
		assertThat(title.attr("aria-invalid")).isEqualTo("true");
		assertThat(title.attr("aria-describedby")).isEqualTo("title-hint title-error");
		assertThat(page.getElementById("title-error")).isNotNull();
		for (Element link : page.select(".error-summary a")) {
			assertThat(page.getElementById(link.attr("href").substring(1))).as(link.text()).isNotNull();
		}
		assertThat(page.select(".error-summary[role=alert][tabindex=-1]").first().select("li")).hasSize(3);
	}

	private Document page(String uri) {
		return Jsoup.parse(text(uri));
	}

	private String text(String uri, Role... roles) {
		var request = this.mvc.get().uri(uri);
		return asText((roles.length > 0) ? request.with(SignIn.as(roles)) : request);
	}

	private static String asText(MockMvcTester.MockMvcRequestBuilder request) {
		try {
			return request.exchange().getResponse().getContentAsString();
		}
		catch (UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
