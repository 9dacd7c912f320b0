package ru.sosedi.site.web;

import java.net.URI;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import ru.sosedi.PortalTest;

import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
class PreferencesControllerTests {

	@Autowired
	MockMvcTester mvc;

	@Test
	void languageIsRememberedAndThePageItWasChosenOnComesBack() {
		MvcTestResult answer = get("/preferences/language?to=en&back=/events?theme%3DCRAFT%26free%3Dtrue");
		assertThat(answer).hasStatus(303).hasHeader("Location", "/events?theme=CRAFT&free=true");
		assertThat(answer.getResponse().getHeader("Set-Cookie")).startsWith("lang=en; Path=/; Max-Age=31536000;")
			.contains("HttpOnly", "SameSite=Lax");
	}

	@Test
	void languageThatThePortalDoesNotSpeakIsNotRemembered() {
		assertThat(get("/preferences/language?to=de&back=/events")).hasStatus(303)
			.hasHeader("Location", "/events")
			.doesNotContainHeader("Set-Cookie");
	}

	@Test
	void pageSpeaksTheLanguageOfTheParameterThenOfTheCookieThenRussian() {
		Cookie english = new Cookie("lang", "en");
		assertThat(get("/preferences")).hasStatusOk()
			.hasHeader("Content-Language", "ru-RU")
			.bodyText()
			.contains("<html lang=\"ru\"");
		assertThat(get("/preferences", english)).bodyText().contains("<html lang=\"en\"", "Text size");
		assertThat(get("/preferences?lang=ru", english)).bodyText().contains("<html lang=\"ru\"");
		assertThat(get("/preferences?lang=xx")).bodyText().contains("<html lang=\"ru\"");
		assertThat(get("/preferences", new Cookie("lang", "<script>"))).bodyText().contains("<html lang=\"ru\"");
		assertThat(this.mvc.get().uri("/preferences").header("Accept-Language", "en")).bodyText()
			.contains("<html lang=\"ru\"");
	}

	@Test
	void chosenLookStandsOnEveryPage() {
		MvcTestResult answer = get(
				"/preferences/display?text=huge&spacing=wide&scheme=white-on-black&pictures=off&back=/events");
		assertThat(answer).hasStatus(303).hasHeader("Location", "/events");
		assertThat(answer.getResponse().getCookie("display").getValue()).isEqualTo("2141");
		assertThat(get("/preferences", new Cookie("display", "2141"))).bodyText()
			.contains("data-text=\"huge\"", "data-spacing=\"wide\"", "data-scheme=\"white-on-black\"");
	}

	@Test
	void usualLookLeavesNoCookie() {
		MvcTestResult answer = get("/preferences/display?text=enormous&back=/");
		assertThat(answer.getResponse().getHeader("Set-Cookie")).startsWith("display=; Path=/; Max-Age=0;");
	}

	@Test
	void anonymousPageSetsNoCookie() {
		assertThat(get("/preferences?back=/events")).hasStatusOk().doesNotContainHeader("Set-Cookie");
	}

	@Test
	void ownCentreIsRememberedAndForgotten() {
		assertThat(get("/preferences/centre?slug=severny&back=/centres").getResponse().getHeader("Set-Cookie"))
			.startsWith("centre=severny; Path=/;");
		assertThat(get("/preferences/centre?slug=&back=/centres").getResponse().getHeader("Set-Cookie"))
			.startsWith("centre=; Path=/; Max-Age=0;");
		assertThat(get("/preferences/centre?slug=%22%3Bx&back=/centres")).doesNotContainHeader("Set-Cookie");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.example", "//evil.example", "/%5Cevil.example", "/%255Cevil.example",
			"/%2Fevil.example", "/%252Fevil.example", "%09//evil.example", "/%0D%0AX:1", "javascript:alert(1)",
			"events", "/%D0%B0", "/events?q=%7B" })
	void settingNeverLeadsToAnotherSite(String back) {
		assertThat(get("/preferences/language?to=en&back=" + back)).hasStatus(303).hasHeader("Location", "/");
	}

	private MvcTestResult get(String uri, Cookie... cookies) {
		var request = this.mvc.get().uri(URI.create(uri));
		return ((cookies.length > 0) ? request.cookie(cookies) : request).exchange();
	}

}
