package ru.sosedi.platform;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import ru.sosedi.PortalTest;
import ru.sosedi.accounts.Role;
import ru.sosedi.accounts.SignIn;

import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
class SecurityChainTests {

	@Autowired
	MockMvcTester mvc;

	@Test
	void privateSectionsSendStrangersToTheSignInPageWithThePageTheyAskedFor() {
		assertThat(this.mvc.get().uri("/admin/anything?text={t}", "чай & хлеб")).hasStatus(302)
			.hasRedirectedUrl(
					"/login?next=%2Fadmin%2Fanything%3Ftext%3D%25D1%2587%25D0%25B0%25D0%25B9%2520%2526%2520%25D1%2585%25D0%25BB%25D0%25B5%25D0%25B1");
	}

	@Test
	void unknownAddressesAreNotFoundAndNotASignInPage() {
		assertThat(this.mvc.get().uri("/no-such-page")).hasStatus(404);
		assertThat(this.mvc.get().uri("/admin/no-such-page").with(SignIn.as(Role.ADMINISTRATOR))).hasStatus(404);
	}

	@Test
	void strangersGetNoCookie() {
		assertThat(this.mvc.get().uri("/no-such-page")).doesNotContainHeader("Set-Cookie");
	}

	@Test
	void anHtmxRequestWithoutASessionLeavesThePage() {
		assertThat(this.mvc.get()
			.uri("/desk/part")
			.header("HX-Request", "true")
			.header("HX-Current-URL", "https://portal.example/desk?day=1")).hasStatus(401)
			.hasHeader("HX-Redirect", "/login?next=%2Fdesk%3Fday%3D1");
	}

}
