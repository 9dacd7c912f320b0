package ru.sosedi.accounts.web;

import org.springframework.mock.web.MockHttpServletRequest;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import ru.sosedi.PortalTest;
import ru.sosedi.accounts.Actor;
import ru.sosedi.world.AccountsWorld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@PortalTest
class OwnAccountControllerTests {

	private static final String NEW_PASSWORD = "семь зелёных абажуров";

	@Autowired
	MockMvcTester mvc;

	@Autowired
	AccountsWorld world;

	@Test
	void aPersonChangesNameAndLanguage() {
		Cookie session = signedIn(this.world.coordinator(), AccountsWorld.PASSWORD);
		assertThat(post("/me", session, "name", "Пётр Новый", "language", "en")).hasStatus(302);
		assertThat(this.mvc.get().uri("/me").cookie(session)).bodyText()
			.contains("value=\"Пётр Новый\"")
			.containsPattern("value=\"en\"[^>]*checked|checked[^>]*value=\"en\"");
		assertThat(post("/me", session, "name", "a\u2028b", "language", "ru")).hasStatus(422)
			.bodyText()
			.contains("href=\"#name\"");
	}

	@Test
	void anotherPasswordEndsAllOtherSessionsAndThisOneGoesOn() {
		Actor person = this.world.coordinator();
		Cookie here = signedIn(person, AccountsWorld.PASSWORD);
		Cookie elsewhere = signedIn(person, AccountsWorld.PASSWORD);
		assertThat(post("/me/password", here, "present", "wrong", "password", NEW_PASSWORD)).hasStatus(422)
			.bodyText()
			.contains("href=\"#present\"");
		assertThat(post("/me/password", here, "present", AccountsWorld.PASSWORD, "password", "короткий")).hasStatus(422)
			.bodyText()
			.contains("href=\"#password\"");
		assertThat(this.mvc.get().uri("/me").cookie(elsewhere)).hasStatus(200);
		MvcTestResult changed = post("/me/password", here, "present", AccountsWorld.PASSWORD, "password", NEW_PASSWORD);
		assertThat(changed).hasStatus(302).hasRedirectedUrl("/me");
		assertThat(this.mvc.get().uri("/me").cookie(elsewhere)).hasStatus(302);
		assertThat(this.mvc.get().uri("/me").cookie(here)).hasStatus(302);
		assertThat(this.mvc.get().uri("/me").cookie(changed.getResponse().getCookie("SESSION"))).hasStatus(200)
			.bodyText()
			.contains("Вы вошли только здесь", "Пароль изменён");
		assertThat(signedIn(person, NEW_PASSWORD)).isNotNull();
	}

	@Test
	void signingOutEverywhereLeavesThisPlace() {
		Actor person = this.world.coordinator();
		Cookie here = signedIn(person, AccountsWorld.PASSWORD);
		Cookie first = signedIn(person, AccountsWorld.PASSWORD);
		Cookie second = signedIn(person, AccountsWorld.PASSWORD);
		assertThat(this.mvc.get().uri("/me").cookie(here)).bodyText().contains("открыто ещё 2 ваших входа");
		MvcTestResult ended = post("/me/sessions/removal", here);
		assertThat(ended).hasStatus(302);
		assertThat(this.mvc.get().uri("/me").cookie(first)).hasStatus(302);
		assertThat(this.mvc.get().uri("/me").cookie(second)).hasStatus(302);
		assertThat(this.mvc.get().uri("/me").cookie(ended.getResponse().getCookie("SESSION"))).hasStatus(200)
			.bodyText()
			.contains("Вы вошли только здесь");
	}

	private MvcTestResult post(String path, Cookie session, String... parameters) {
		var request = this.mvc.post().uri(path).cookie(session).with(csrf()).with((http) -> from(http));
		for (int i = 0; i < parameters.length; i += 2) {
			request = request.param(parameters[i], parameters[i + 1]);
		}
		return request.exchange();
	}

	private Cookie signedIn(Actor person, String password) {
		return this.mvc.post()
			.uri("/login")
			.with(csrf())
			.with((http) -> from(http))
			.param("email", this.world.emailOf(person))
			.param("password", password)
			.exchange()
			.getResponse()
			.getCookie("SESSION");
	}

	private static MockHttpServletRequest from(MockHttpServletRequest request) {
		request.setRemoteAddr(SignInControllerTests.anyAddress());
		return request;
	}

}
