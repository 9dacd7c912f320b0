package ru.sosedi.accounts.web;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import ru.sosedi.PortalTest;
import ru.sosedi.TestClock.MovableClock;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.Letters;
import ru.sosedi.accounts.SignIn;
import ru.sosedi.shared.Ids;
import ru.sosedi.world.AccountsWorld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@PortalTest
class InvitationControllerTests {

	private static final String DEAD = "Эта ссылка не действует";

	@Autowired
	MockMvcTester mvc;

	@Autowired
	AccountsWorld world;

	@Autowired
	Letters letters;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MovableClock clock;

	private Actor administrator;

	@BeforeEach
	void somebodyWhoInvites() {
		this.administrator = this.world.administrator();
	}

	@AfterEach
	void backToTheStart() {
		this.clock.reset();
	}

	@Test
	void anInvitedPersonChoosesNameAndPasswordAndIsSignedIn() {
		String email = invited();
		String secret = this.letters.secretSentTo(email);
		assertThat(this.mvc.get().uri("/invitations/" + secret)).hasStatus(200)
			.hasHeader("Cache-Control", "no-store")
			.hasHeader("Referrer-Policy", "same-origin")
			.bodyText()
			.contains(email, "Вера Тихая");
		MvcTestResult accepted = accept(secret, "Вера Ивановна Тихая", "семь зелёных абажуров");
		assertThat(accepted).hasStatus(302).hasRedirectedUrl("/desk");
		Cookie session = accepted.getResponse().getCookie("SESSION");
		assertThat(this.mvc.get().uri("/me").cookie(session)).hasStatus(200).bodyText().contains("Вера Ивановна Тихая");
		assertThat(audited("accounts.invitation.accepted", "Вера Ивановна Тихая")).isEqualTo(1);
	}

	@Test
	void onlyTheHashOfASecretIsKept() {
		String email = invited();
		String secret = this.letters.secretSentTo(email);
		assertThat(secret).hasSize(43);
		assertThat(this.jdbc.sql("select secret_hash from account_link").query(String.class).list())
			.allMatch((hash) -> hash.matches("[0-9a-f]{64}"))
			.noneMatch((hash) -> hash.contains(secret));
	}

	@Test
	void theLinkBeginsWithThePublicAddressWhateverHostTheRequestNames() {
		String email = anyEmail();
		assertThat(this.mvc.post()
			.uri("/admin/accounts")
			.with(SignIn.as(this.administrator))
			.with(csrf())
			.header("Host", "evil.example")
			.header("X-Forwarded-Host", "evil.example")
			.param("email", email)
			.param("name", "Вера Тихая")
			.param("language", "ru")
			.param("roles", "METHODOLOGIST")).hasStatus(302);
		assertThat(this.letters.addressSentTo(email)).isEqualTo("http://localhost:8080");
		assertThat(this.letters.to(email).getFirst()).doesNotContain("evil");
	}

	@Test
	void aUsedLinkDoesNothingMore() {
		String email = invited();
		String secret = this.letters.secretSentTo(email);
		accept(secret, "Вера Тихая", "семь зелёных абажуров");
		assertThat(accept(secret, "Злой Гость", "другой длинный пароль")).hasStatus(404).bodyText().contains(DEAD);
		assertThat(this.mvc.get().uri("/invitations/" + secret)).hasStatus(404).bodyText().contains(DEAD);
		assertThat(this.jdbc.sql("select name from account where email = ?").param(email).query(String.class).single())
			.isEqualTo("Вера Тихая");
	}

	@Test
	void ofSeveralWhoAcceptAtOnceOneSucceeds() throws Exception {
		String secret = this.letters.secretSentTo(invited());
		Callable<Integer> acceptance = () -> accept(secret, "Вера Тихая", "семь зелёных абажуров").getResponse()
			.getStatus();
		try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
			List<Future<Integer>> answers = threads.invokeAll(Stream.generate(() -> acceptance).limit(6).toList());
			List<Integer> statuses = answers.stream().map(Future::resultNow).toList();
			assertThat(statuses).filteredOn((status) -> status == 302).hasSize(1);
			assertThat(statuses).filteredOn((status) -> status == 404).hasSize(5);
		}
	}

	@Test
	void theLinkWorksForSeventyTwoHours() {
		String secret = this.letters.secretSentTo(invited());
		this.clock.advance(Duration.ofHours(72).minusSeconds(1));
		assertThat(this.mvc.get().uri("/invitations/" + secret)).hasStatus(200);
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(this.mvc.get().uri("/invitations/" + secret)).hasStatus(404).bodyText().contains(DEAD);
		assertThat(accept(secret, "Вера Тихая", "семь зелёных абажуров")).hasStatus(404);
	}

	@Test
	void aNewerLinkKillsTheOlder() {
		String email = invited();
		String older = this.letters.secretSentTo(email);
		this.clock.advance(Duration.ofMinutes(1));
		assertThat(post("/admin/accounts/" + idOf(email) + "/invitation")).hasStatus(302);
		String newer = this.letters.secretSentTo(email);
		assertThat(newer).isNotEqualTo(older);
		assertThat(this.mvc.get().uri("/invitations/" + older)).hasStatus(404);
		assertThat(this.mvc.get().uri("/invitations/" + newer)).hasStatus(200);
	}

	@Test
	void aBlockKillsTheLinkAndLiftingItDoesNotReviveIt() {
		String email = invited();
		String secret = this.letters.secretSentTo(email);
		assertThat(this.mvc.post()
			.uri("/admin/accounts/" + idOf(email) + "/block")
			.with(SignIn.as(this.administrator))
			.with(csrf())
			.param("reason", "по ошибке")).hasStatus(302);
		assertThat(this.mvc.get().uri("/invitations/" + secret)).hasStatus(404);
		assertThat(post("/admin/accounts/" + idOf(email) + "/block/removal")).hasStatus(302);
		assertThat(this.mvc.get().uri("/invitations/" + secret)).hasStatus(404);
	}

	@Test
	void anotherAddressKillsTheLinkAndGetsOneOfItsOwn() {
		String email = invited();
		String secret = this.letters.secretSentTo(email);
		String corrected = anyEmail();
		assertThat(this.mvc.post()
			.uri("/admin/accounts/" + idOf(email) + "/email")
			.with(SignIn.as(this.administrator))
			.with(csrf())
			.param("email", corrected)).hasStatus(302);
		assertThat(this.mvc.get().uri("/invitations/" + secret)).hasStatus(404);
		assertThat(this.mvc.get().uri("/invitations/" + this.letters.secretSentTo(corrected))).hasStatus(200);
	}

	@Test
	void forgedAndSwappedLinksGetTheSamePage() {
		String secret = this.letters.secretSentTo(invited());
		for (String forged : List.of("x", "0".repeat(43), secret.substring(1), secret + "x", "%3Cscript%3E",
				"x".repeat(2000))) {
			assertThat(this.mvc.get().uri(URI.create("/invitations/" + forged))).as(forged)
				.hasStatus(404)
				.bodyText()
				.contains(DEAD)
				.doesNotContain("<script>");
		}
		assertThat(this.mvc.get().uri("/password/reset/" + secret)).hasStatus(404);
	}

	@Test
	void badNamesAndPasswordsAreRefusedWithTheFieldAndTheReason() {
		String email = invited();
		String secret = this.letters.secretSentTo(email);
		for (String name : List.of("", "я", "x".repeat(121), "x".repeat(10_000), "Вера\nBcc: x@y.example",
				"Вера\u0085Тихая", "Вера\u202Eяахит")) {
			assertThat(accept(secret, name, "семь зелёных абажуров")).hasStatus(422)
				.bodyText()
				.contains("href=\"#name\"");
		}
		String mailbox = email.substring(0, email.indexOf('@'));
		for (String password : List.of("", "короткий", "x".repeat(129), "aaaaaaaaaaaa", "parolparol", "1234567890",
				"qwerty123456", "gfhjkm12345", email, mailbox)) {
			assertThat(accept(secret, "Вера Тихая", password)).as(password)
				.hasStatus(422)
				.bodyText()
				.contains("href=\"#password\"", "Вера Тихая")
				.doesNotContainPattern("name=\"password\"[^>]*value=");
		}
		assertThat(this.jdbc.sql("select state from account where email = ?").param(email).query(String.class).single())
			.isEqualTo("INVITED");
	}

	@Test
	void aNameWithMarkupIsShownAsText() {
		String secret = this.letters.secretSentTo(invited());
		MvcTestResult accepted = accept(secret, "<script>alert(1)</script>", "семь зелёных абажуров");
		assertThat(this.mvc.get().uri("/me").cookie(accepted.getResponse().getCookie("SESSION"))).bodyText()
			.contains("&lt;script&gt;alert(1)")
			.doesNotContain("<script>alert");
	}

	@Test
	void guessesAtLinksAreLimited() {
		String guesser = SignInControllerTests.anyAddress();
		int status = 0;
		for (int i = 0; i <= 100; i++) {
			String forged = Ids.next().toString();
			status = this.mvc.post().uri("/invitations/" + forged).with(csrf()).with((request) -> {
				request.setRemoteAddr(guesser);
				return request;
			}).param("name", "x").param("password", "y").exchange().getResponse().getStatus();
			assertThat(status).isEqualTo((i < 100) ? 404 : 429);
		}
	}

	@Test
	void lettersAreInThePersonsLanguage() {
		String email = anyEmail();
		this.mvc.post()
			.uri("/admin/accounts")
			.with(SignIn.as(this.administrator))
			.with(csrf())
			.param("email", email)
			.param("name", "Vera Quiet")
			.param("language", "en")
			.param("roles", "METHODOLOGIST")
			.exchange();
		assertThat(this.letters.to(email).getFirst()).contains("The link works for 72 hours", "?lang=en");
		assertThat(this.mvc.get().uri("/invitations/" + this.letters.secretSentTo(email) + "?lang=en")).bodyText()
			.contains("Accept the invitation", "lang=en\"");
	}

	private String invited() {
		String email = anyEmail();
		assertThat(this.mvc.post()
			.uri("/admin/accounts")
			.with(SignIn.as(this.administrator))
			.with(csrf())
			.param("email", email)
			.param("name", "Вера Тихая")
			.param("language", "ru")
			.param("roles", "METHODOLOGIST")).hasStatus(302);
		return email;
	}

	private MvcTestResult accept(String secret, String name, String password) {
		String address = SignInControllerTests.anyAddress();
		return this.mvc.post().uri("/invitations/" + secret).with(csrf()).with((request) -> {
			request.setRemoteAddr(address);
			return request;
		}).param("name", name).param("password", password).exchange();
	}

	private MvcTestResult post(String path) {
		return this.mvc.post().uri(path).with(SignIn.as(this.administrator)).with(csrf()).exchange();
	}

	private String idOf(String email) {
		return this.jdbc.sql("select id from account where email = ?").param(email).query(String.class).single();
	}

	private int audited(String action, String subject) {
		return this.jdbc.sql("select count(*) from audit_record where action = ? and subject_name = ?")
			.params(action, subject)
			.query(Integer.class)
			.single();
	}

	private static String anyEmail() {
		return "vera-" + Ids.next() + "@zarechensk.example";
	}

}
