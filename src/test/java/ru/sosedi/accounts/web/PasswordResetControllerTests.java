package ru.sosedi.accounts.web;

import org.springframework.mock.web.MockHttpServletRequest;
import java.time.Duration;

import jakarta.servlet.http.Cookie;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import ru.sosedi.PortalTest;
import ru.sosedi.TestClock.MovableClock;
import ru.sosedi.accounts.AccountService;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.Letters;
import ru.sosedi.shared.Email;
import ru.sosedi.shared.Ids;
import ru.sosedi.world.AccountsWorld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@PortalTest
class PasswordResetControllerTests {

	private static final String NEW_PASSWORD = "семь зелёных абажуров";

	@Autowired
	MockMvcTester mvc;

	@Autowired
	AccountsWorld world;

	@Autowired
	AccountService accounts;

	@Autowired
	Letters letters;

	@Autowired
	MovableClock clock;

	@AfterEach
	void backToTheStart() {
		this.clock.reset();
	}

	@Test
	void theAnswerIsTheSameWhetherTheAddressExistsOrNot() {
		String known = this.world.emailOf(this.world.methodologist());
		String unknown = "nobody-" + Ids.next() + "@zarechensk.example";
		MvcTestResult toKnown = ask(known);
		MvcTestResult toUnknown = ask(unknown);
		assertThat(toKnown).hasStatus(302).hasRedirectedUrl("/password/reset?after=asking");
		assertThat(toUnknown).hasStatus(302).hasRedirectedUrl("/password/reset?after=asking");
		assertThat(this.mvc.get().uri("/password/reset?after=asking")).bodyText()
			.contains("Если у этого адреса есть учётная запись");
		assertThat(secretAfterLetters(known, 1)).hasSize(43);
		assertThat(this.letters.to(unknown)).isEmpty();
	}

	@Test
	void anOddAddressIsRefusedAtItsField() {
		for (String odd : new String[] { "", "a@", "a@b.example\r\nBcc: c@d.example", "x".repeat(10_000) }) {
			assertThat(ask(odd)).hasStatus(422).bodyText().contains("href=\"#email\"");
		}
	}

	@Test
	void theLinkSetsThePasswordOnceAndEndsAllSessions() {
		Actor person = this.world.methodologist();
		String email = this.world.emailOf(person);
		Cookie session = signIn(email, AccountsWorld.PASSWORD).getResponse().getCookie("SESSION");
		String secret = asked(email);
		assertThat(this.mvc.get().uri("/password/reset/" + secret)).hasStatus(200).bodyText().contains(email);
		assertThat(finish(secret, "короткий")).hasStatus(422);
		assertThat(finish(secret, NEW_PASSWORD)).hasStatus(302).hasRedirectedUrl("/login?after=new-password");
		assertThat(this.mvc.get().uri("/me").cookie(session)).hasStatus(302);
		assertThat(signIn(email, AccountsWorld.PASSWORD)).hasStatus(422);
		assertThat(signIn(email, NEW_PASSWORD)).hasStatus(302);
		assertThat(finish(secret, "другой длинный пароль")).hasStatus(404).bodyText().contains("не действует");
		assertThat(this.letters.to(email).getFirst()).contains("Пароль вашей учётной записи изменён");
	}

	@Test
	void theLinkWorksForAnHour() {
		String secret = asked(this.world.emailOf(this.world.methodologist()));
		this.clock.advance(Duration.ofHours(1).minusSeconds(1));
		assertThat(this.mvc.get().uri("/password/reset/" + secret)).hasStatus(200);
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(this.mvc.get().uri("/password/reset/" + secret)).hasStatus(404);
		assertThat(finish(secret, NEW_PASSWORD)).hasStatus(404);
	}

	@Test
	void aNewerLinkAnotherAddressAndABlockKillIt() {
		Actor person = this.world.methodologist();
		String email = this.world.emailOf(person);
		String first = asked(email);
		this.clock.advance(Duration.ofMinutes(1));
		ask(email);
		String second = secretAfterLetters(email, 2);
		assertThat(this.mvc.get().uri("/password/reset/" + first)).hasStatus(404);
		assertThat(this.mvc.get().uri("/password/reset/" + second)).hasStatus(200);
		Email moved = Email.of("moved-" + Ids.next() + "@zarechensk.example");
		this.accounts.moveTo(Actor.portal(), person.accountId(), moved);
		assertThat(this.mvc.get().uri("/password/reset/" + second)).hasStatus(404);
		String third = asked(moved.value());
		this.accounts.block(Actor.portal(), person.accountId(), "left");
		assertThat(this.mvc.get().uri("/password/reset/" + third)).hasStatus(404);
		assertThat(finish(third, NEW_PASSWORD)).hasStatus(404);
	}

	@Test
	void blockedPeopleGetNoLetter() {
		Actor person = this.world.methodologist();
		this.accounts.block(Actor.portal(), person.accountId(), "left");
		String other = this.world.emailOf(this.world.methodologist());
		ask(this.world.emailOf(person));
		ask(other);
		secretAfterLetters(other, 1);
		assertThat(this.letters.to(this.world.emailOf(person))).isEmpty();
	}

	@Test
	void lettersToOneAddressAreLimitedWhetherItExistsOrNot() {
		String address = SignInControllerTests.anyAddress();
		String unknown = "nobody-" + Ids.next() + "@zarechensk.example";
		for (int i = 0; i < 5; i++) {
			assertThat(ask(unknown, address)).hasStatus(302);
		}
		assertThat(ask(unknown, address)).hasStatus(429).hasHeader("Retry-After", "3601");
	}

	private String asked(String email) {
		int before = this.letters.to(email).size();
		ask(email);
		return secretAfterLetters(email, before + 1);
	}

	private String secretAfterLetters(String email, int count) {
		Awaitility.await().until(() -> this.letters.to(email).size() >= count);
		return this.letters.secretSentTo(email);
	}

	private MvcTestResult ask(String email) {
		return ask(email, SignInControllerTests.anyAddress());
	}

	private MvcTestResult ask(String email, String address) {
		return this.mvc.post().uri("/password/reset").with(csrf()).with((request) -> {
			request.setRemoteAddr(address);
			return request;
		}).param("email", email).exchange();
	}

	private MvcTestResult finish(String secret, String password) {
		return this.mvc.post()
			.uri("/password/reset/" + secret)
			.with(csrf())
			.with((request) -> from(request))
			.param("password", password)
			.exchange();
	}

	private MvcTestResult signIn(String email, String password) {
		return this.mvc.post()
			.uri("/login")
			.with(csrf())
			.with((request) -> from(request))
			.param("email", email)
			.param("password", password)
			.exchange();
	}

	private static MockHttpServletRequest from(MockHttpServletRequest request) {
		request.setRemoteAddr(SignInControllerTests.anyAddress());
		return request;
	}

}
