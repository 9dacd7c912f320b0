package ru.sosedi.platform;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import ru.sosedi.PortalTest;

import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
class FormTokenTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	SecurityFilterChain chain;

	@Autowired
	CsrfTokenRepository formTokens;

	/**
	 * The {@code csrf()} of Spring Security's tests leaves a session-based repository
	 * behind in the filter.
	 */
	@BeforeEach
	void theRealTokens() {
		this.chain.getFilters()
			.stream()
			.filter(CsrfFilter.class::isInstance)
			.forEach((filter) -> ReflectionTestUtils.setField(filter, "tokenRepository", this.formTokens));
	}

	@Test
	void aPageWithAFormSetsTheTokensCookieAndMakesNoSession() {
		MvcTestResult page = this.mvc.get().uri("/login").exchange();
		Cookie token = page.getResponse().getCookie("XSRF");
		assertThat(token).as("%s", page.getResponse().getHeaders("Set-Cookie")).isNotNull();
		assertThat(token.isHttpOnly()).isTrue();
		assertThat(token.getAttribute("SameSite")).isEqualTo("Lax");
		assertThat(token.getPath()).isEqualTo("/");
		assertThat(page.getResponse().getCookie("SESSION")).isNull();
	}

	@Test
	void aFormPassesWithTheTokenOfItsPageAndNoOther() {
		MvcTestResult page = this.mvc.get().uri("/login").exchange();
		Cookie token = page.getResponse().getCookie("XSRF");
		String field = new String(page.getResponse().getContentAsByteArray())
			.replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
		assertThat(this.mvc.post().uri("/login").cookie(token).param("_csrf", field)).hasStatus(422);
		assertThat(this.mvc.post().uri("/login").cookie(token).param("_csrf", "forged"))
			.hasRedirectedUrl("/login?after=expiry");
		assertThat(this.mvc.post().uri("/login").param("_csrf", field)).hasRedirectedUrl("/login?after=expiry");
	}

	@Test
	void pagesWithoutAFormSetNoCookie() {
		assertThat(this.mvc.get().uri("/no-such-page")).doesNotContainHeader("Set-Cookie");
		assertThat(this.mvc.get().uri("/invitations/forged")).hasStatus(404).doesNotContainHeader("Set-Cookie");
	}

}
