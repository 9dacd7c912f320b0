package ru.sosedi.accounts.web;

import java.nio.charset.StandardCharsets;
import org.springframework.mock.web.MockHttpServletRequest;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import ru.sosedi.PortalTest;
import ru.sosedi.TestClock.MovableClock;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.TryLimits;
import ru.sosedi.shared.Ids;
import ru.sosedi.world.AccountsWorld;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@PortalTest
class SignInControllerTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	AccountsWorld world;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MovableClock clock;

	@AfterEach
	void backToTheStart() {
		this.clock.reset();
	}

	@Test
	void theFormIsShownAndKeptByNoCache() {
		assertThat(this.mvc.get().uri("/login?next=/admin/accounts&after=sign-out")).hasStatus(200)
			.hasHeader("Cache-Control", "no-store")
			.bodyText()
			.contains("name=\"email\"", "autocomplete=\"current-password\"", "name=\"_csrf\"",
					"value=\"/admin/accounts\"", "Вы вышли.");
	}

	@Test
	void theRightPasswordOpensTheDeskUnderANewSessionInTheDatabase() {
		Actor person = this.world.methodologist();
		MvcTestResult answer = signIn(this.world.emailOf(person).toUpperCase(), AccountsWorld.PASSWORD, null,
				anyAddress());
		assertThat(answer).hasStatus(302).hasRedirectedUrl("/desk");
		Cookie session = answer.getResponse().getCookie("SESSION");
		assertThat(session.isHttpOnly()).isTrue();
		assertThat(session.getAttribute("SameSite")).isEqualTo("Lax");
		assertThat(sessionsOf(person)).isEqualTo(1);
		assertThat(this.mvc.get().uri("/me").cookie(session)).hasStatus(200);
		assertThat(this.jdbc.sql("select last_sign_in_at is not null from account where id = ?")
			.param(person.accountId())
			.query(Boolean.class)
			.single()).isTrue();
	}

	@Test
	void aSessionIdThatTheBrowserBroughtAlongIsNotKept() {
		Actor person = this.world.methodologist();
		Cookie first = signIn(person).getResponse().getCookie("SESSION");
		MvcTestResult second = this.mvc.post()
			.uri("/login")
			.with(csrf())
			.cookie(first)
			.with((request) -> from(request, anyAddress()))
			.param("email", this.world.emailOf(person))
			.param("password", AccountsWorld.PASSWORD)
			.exchange();
		Cookie renewed = second.getResponse().getCookie("SESSION");
		assertThat(renewed.getValue()).isNotEqualTo(first.getValue());
		assertThat(this.mvc.get().uri("/me").cookie(first)).hasStatus(302);
		assertThat(this.mvc.get().uri("/me").cookie(renewed)).hasStatus(200);
	}

	@Test
	void thePageThatWasAskedForOpensAfterTheSignIn() {
		Actor person = this.world.administrator();
		assertThat(
				signIn(this.world.emailOf(person), AccountsWorld.PASSWORD, "/admin/accounts?text=%D1%87", anyAddress()))
			.hasRedirectedUrl("/admin/accounts?text=%D1%87");
	}

	@Test
	void noWishLeadsToAnotherSite() {
		Actor person = this.world.administrator();
		for (String wish : List.of("https://evil.example/desk", "//evil.example", "/\\evil.example", "/desk/../../evil",
				"/desk//evil.example", "/logout", "/deskevil", "javascript:alert(1)", "/desk\r\nLocation: x", "/desk#x",
				"/desk/..;/x", "\\\\evil", "/desk@evil.example")) {
			assertThat(signIn(this.world.emailOf(person), AccountsWorld.PASSWORD, wish, anyAddress())).as(wish)
				.hasRedirectedUrl("/desk");
		}
	}

	@Test
	void anUnknownAddressAndAWrongPasswordGetTheSameAnswer() {
		Actor person = this.world.librarian();
		MvcTestResult wrong = signIn(this.world.emailOf(person), "wrong password", null, anyAddress());
		MvcTestResult unknown = signIn("nobody-" + Ids.next() + "@zarechensk.example", "wrong password", null,
				anyAddress());
		assertThat(wrong).hasStatus(422)
			.bodyText()
			.contains(this.world.emailOf(person))
			.doesNotContain("wrong password");
		assertThat(unknown).hasStatus(422);
		assertThat(bodyWithoutWhatWasTyped(unknown)).isEqualTo(bodyWithoutWhatWasTyped(wrong));
	}

	@Test
	void oddInputIsRefusedAndHarmless() {
		for (String email : List.of("", " ", "a\r\nBcc: b@c.example", "<script>alert(1)</script>", "x".repeat(10_000),
				"' or 1=1 --")) {
			MvcTestResult answer = signIn(email, "x".repeat(10_000), null, anyAddress());
			assertThat(answer).as(email.substring(0, Math.min(40, email.length()))).hasStatus(422);
			assertThat(answer).bodyText().doesNotContain("<script>alert");
		}
		assertThat(this.mvc.post().uri("/login").with(csrf())).hasStatus(422);
		assertThat(signIn("\0", "x", null, anyAddress())).hasStatus(400);
	}

	@Test
	void aBlockedPersonLearnsItOnlyWithTheRightPassword() {
		Actor person = this.world.librarian();
		this.jdbc.sql("update account set state = 'BLOCKED', blocked_reason = 'left' where id = ?")
			.param(person.accountId())
			.update();
		assertThat(signIn(this.world.emailOf(person), "wrong password", null, anyAddress())).bodyText()
			.contains("Почта или пароль не подходят");
		assertThat(signIn(person)).hasStatus(422).bodyText().contains("Вход для вас закрыт");
		assertThat(sessionsOf(person)).isZero();
	}

	@Test
	void anExpiredFormBringsTheSignInPageAgain() {
		assertThat(this.mvc.post().uri("/login").param("email", "a@b.example").param("password", "x")).hasStatus(302)
			.hasRedirectedUrl("/login?after=expiry");
		assertThat(this.mvc.get().uri("/login?after=expiry")).bodyText().contains("была открыта слишком давно");
	}

	@Test
	void signingOutEndsTheSessionAndClearsTheBrowser() {
		Actor person = this.world.methodologist();
		Cookie session = signIn(person).getResponse().getCookie("SESSION");
		assertThat(this.mvc.get().uri("/logout").cookie(session)).hasStatus(404);
		assertThat(this.mvc.get().uri("/me").cookie(session)).hasStatus(200);
		assertThat(this.mvc.post().uri("/logout").cookie(session).with(csrf())).hasStatus(302)
			.hasRedirectedUrl("/login?after=sign-out")
			.hasHeader("Clear-Site-Data", "\"cache\", \"storage\"");
		assertThat(sessionsOf(person)).isZero();
		assertThat(this.mvc.get().uri("/me").cookie(session)).hasStatus(302);
	}

	@Test
	void aSessionEndsADayAfterTheSignInHoweverBusy() {
		Actor person = this.world.methodologist();
		Cookie session = signIn(person).getResponse().getCookie("SESSION");
		this.clock.advance(Duration.ofHours(24).minusSeconds(1));
		assertThat(this.mvc.get().uri("/me").cookie(session)).hasStatus(200);
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(this.mvc.get().uri("/me").cookie(session)).hasStatus(302).hasRedirectedUrl("/login?next=%2Fme");
		assertThat(sessionsOf(person)).isZero();
	}

	@Test
	void oneNetworkAddressHasTenWrongTriesAtAnAccountAndTheOwnerElsewhereIsLeftAlone() {
		Actor person = this.world.librarian();
		String guesser = anyAddress();
		for (int i = 0; i < TryLimits.Act.SIGN_IN.ofOneAtOne(); i++) {
			assertThat(signIn(this.world.emailOf(person), "guess " + i, null, guesser)).hasStatus(422);
		}
		MvcTestResult refused = signIn(this.world.emailOf(person), AccountsWorld.PASSWORD, null, guesser);
		assertThat(refused).hasStatus(429).hasHeader("Retry-After", "901").bodyText().contains("Слишком много попыток");
		assertThat(signIn(person)).hasStatus(302);
		this.clock.advance(Duration.ofMinutes(15));
		assertThat(signIn(this.world.emailOf(person), AccountsWorld.PASSWORD, null, guesser)).hasStatus(302);
	}

	@Test
	void anAddressThatNobodyHasIsLimitedTheSameWay() {
		String guesser = anyAddress();
		String nobody = "nobody-" + Ids.next() + "@zarechensk.example";
		for (int i = 0; i < TryLimits.Act.SIGN_IN.ofOneAtOne(); i++) {
			assertThat(signIn(nobody, "guess " + i, null, guesser)).hasStatus(422);
		}
		assertThat(signIn(nobody, "guess", null, guesser)).hasStatus(429);
	}

	@Test
	void rightPasswordsDoNotCount() {
		Actor person = this.world.librarian();
		String home = anyAddress();
		for (int i = 0; i < TryLimits.Act.SIGN_IN.ofOneAtOne() + 2; i++) {
			assertThat(signIn(this.world.emailOf(person), AccountsWorld.PASSWORD, null, home)).hasStatus(302);
		}
	}

	@Test
	void guessesAtTheSameMomentDoNotPassTheLimit() throws Exception {
		Actor person = this.world.librarian();
		String guesser = anyAddress();
		int tries = 40;
		List<Callable<Integer>> guesses = IntStream.range(0, tries)
			.<Callable<Integer>>mapToObj(
					(i) -> () -> signIn(this.world.emailOf(person), "guess " + i, null, guesser).getResponse()
						.getStatus())
			.toList();
		try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
			List<Integer> answers = threads.invokeAll(guesses).stream().map(SignInControllerTests::get).toList();
			assertThat(answers).filteredOn((status) -> status == 422).hasSize(TryLimits.Act.SIGN_IN.ofOneAtOne());
			assertThat(answers).filteredOn((status) -> status == 429)
				.hasSize(tries - TryLimits.Act.SIGN_IN.ofOneAtOne());
		}
	}

	private static int get(Future<Integer> answer) {
		try {
			return answer.get();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private MvcTestResult signIn(Actor person) {
		return signIn(this.world.emailOf(person), AccountsWorld.PASSWORD, null, anyAddress());
	}

	private MvcTestResult signIn(String email, String password, String next, String address) {
		var request = this.mvc.post()
			.uri("/login")
			.with(csrf())
			.with((http) -> from(http, address))
			.param("email", email)
			.param("password", password);
		return ((next != null) ? request.param("next", next) : request).exchange();
	}

	private static MockHttpServletRequest from(MockHttpServletRequest request, String address) {
		request.setRemoteAddr(address);
		return request;
	}

	/** A network address that no other test has used. */
	static String anyAddress() {
		long id = Ids.next().getLeastSignificantBits();
		return "2001:db8:%x:%x::1".formatted((id >>> 16) & 0xffff, id & 0xffff);
	}

	private int sessionsOf(Actor person) {
		return this.jdbc.sql("select count(*) from spring_session where principal_name = ?")
			.param(person.accountId().toString())
			.query(Integer.class)
			.single();
	}

	private static String bodyWithoutWhatWasTyped(MvcTestResult result) {
		return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8)
			.replaceAll("value=\"[^\"]*\"", "");
	}

}
