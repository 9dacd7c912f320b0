package ru.sosedi.notifications.web;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import ru.sosedi.PortalTest;
import ru.sosedi.accounts.Role;
import ru.sosedi.accounts.SignIn;
import ru.sosedi.notifications.Letter;
import ru.sosedi.notifications.Notifications;
import ru.sosedi.notifications.UnwrittenLetter;
import ru.sosedi.shared.Email;
import ru.sosedi.shared.PublicAddress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@PortalTest
class OutboxControllerTests {

	private final String subject = "Приглашение " + UUID.randomUUID();

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Notifications notifications;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private PublicAddress portal;

	@Test
	void aLetterIsShownAsItWouldArriveWithItsLink() throws Exception {
		UUID id = write();
		Document list = page("/admin/outbox");
		assertThat(list.selectFirst("main a:containsOwn(" + this.subject + ")").attr("href"))
			.isEqualTo("/admin/outbox/" + id);
		Document letter = page("/admin/outbox/" + id);
		assertThat(letter.selectFirst("main h1").text()).isEqualTo(this.subject);
		assertThat(letter.selectFirst("main").text()).contains("Анна", "anna@zarechensk.example", "ждёт отправки",
				"Почтовый сервер не настроен");
		String link = this.portal.of("/invitations/secret?a=b&c=d");
		assertThat(letter.select("main .letter a")).hasSize(1);
		assertThat(letter.selectFirst("main .letter a").attr("href")).isEqualTo(link);
		assertThat(letter.select("main script")).isEmpty();
		MvcTestResult html = get("/admin/outbox/" + id + "/html");
		assertThat(html).hasStatusOk().hasContentTypeCompatibleWith("text/html");
		assertThat(html.getResponse().getContentAsString()).contains("<b>Анна</b>");
		assertThat(html.getResponse().getHeader("Content-Security-Policy")).contains("default-src 'none'")
			.doesNotContain("unsafe");
	}

	@Test
	void lettersAreFilteredByState() throws Exception {
		UUID id = write();
		assertThat(page("/admin/outbox?state=WAITING").text()).contains(this.subject);
		assertThat(page("/admin/outbox?state=SENT").text()).doesNotContain(this.subject);
		assertThat(page("/admin/outbox?state=zzz").text()).contains(this.subject);
		assertThat(page("/admin/outbox?after=" + id).text()).doesNotContain(this.subject);
		assertThat(get("/admin/outbox?after=zzz")).hasStatus(400);
	}

	@Test
	void onlyAFailedLetterIsSentAgainAndTheTrailSaysSo() throws Exception {
		UUID id = write();
		assertThat(page("/admin/outbox/" + id).select("main form")).isEmpty();
		assertThat(retry(id)).hasStatus3xxRedirection();
		assertThat(retried(id)).isZero();
		this.jdbc.sql("update outbox_message set state = 'FAILED', attempts = 10 where id = :id")
			.param("id", id)
			.update();
		assertThat(page("/admin/outbox/" + id).select("main form")).hasSize(1);
		assertThat(retry(id)).hasStatus3xxRedirection().hasRedirectedUrl("/admin/outbox/" + id);
		assertThat(page("/admin/outbox/" + id).selectFirst("main").text()).contains("ждёт отправки");
		assertThat(retried(id)).isOne();
	}

	@Test
	void aLetterThatIsNotThereIsNotFound() {
		assertThat(get("/admin/outbox/" + UUID.randomUUID())).hasStatus(404);
		assertThat(get("/admin/outbox/" + UUID.randomUUID() + "/html")).hasStatus(404);
		assertThat(get("/admin/outbox/not-an-id")).hasStatus(404);
		assertThat(retry(UUID.randomUUID())).hasStatus(404);
	}

	@Test
	void anUnwrittenLetterIsShownAsItWouldLeaveNowWithItsLinksAndFiles() throws Exception {
		UUID id = leave("tests.files");
		assertThat(page("/admin/outbox").selectFirst("main a:containsOwn(" + this.subject + ")").attr("href"))
			.isEqualTo("/admin/outbox/" + id);
		Document letter = page("/admin/outbox/" + id);
		assertThat(letter.selectFirst("main h1").text()).isEqualTo(this.subject);
		assertThat(letter.selectFirst("main").text()).contains("здесь оно такое, каким ушло бы сейчас",
				"Вложено: code.png, event.ics");
		assertThat(letter.selectFirst("main .letter a").attr("href")).isEqualTo(this.portal.of("/tickets/secret"));
		assertThat(get("/admin/outbox/" + id + "/html")).hasStatusOk();
	}

	@ParameterizedTest
	@CsvSource({ "tests.silent,Писать больше не о чем", "tests.broken,Письмо не удаётся составить",
			"nobody.writes,Письмо не удаётся составить" })
	void aLetterWithoutWordsIsShownAsSuchAndHidesNoOther(String kind, String words) throws Exception {
		UUID other = write();
		UUID id = leave(kind);
		Document list = page("/admin/outbox");
		assertThat(list.selectFirst("main a[href=/admin/outbox/" + id + "]").text()).isEqualTo(words);
		assertThat(list.select("main a[href=/admin/outbox/" + other + "]")).hasSize(1);
		Document letter = page("/admin/outbox/" + id);
		assertThat(letter.selectFirst("main h1").text()).isEqualTo(words);
		assertThat(letter.selectFirst("main").text()).contains("anna@zarechensk.example");
		assertThat(letter.select("main .letter")).isEmpty();
		assertThat(get("/admin/outbox/" + id + "/html")).hasStatus(404);
	}

	private UUID leave(String kind) {
		UUID about = UUID.randomUUID();
		this.transaction.executeWithoutResult((_) -> this.notifications.send(new UnwrittenLetter(kind, about,
				Map.of("subject", this.subject, "link", this.portal.of("/tickets/secret")),
				Email.of("anna@zarechensk.example"), "Анна", Locale.of("ru"), null)));
		return this.jdbc.sql("select id from outbox_message where about = :about")
			.param("about", about)
			.query(UUID.class)
			.single();
	}

	private UUID write() {
		String link = this.portal.of("/invitations/secret?a=b&c=d");
		this.transaction.executeWithoutResult((status) -> this.notifications
			.send(new Letter("tests.letter", Email.of("anna@zarechensk.example"), "Анна", Locale.of("ru"), this.subject,
					"Здравствуйте!\n\n" + link + "\n<script>alert(1)</script> https://evil.example/",
					"<!doctype html><title>A</title><p>Здравствуйте, <b>Анна</b>!</p>")));
		return this.jdbc.sql("select id from outbox_message where subject = :subject")
			.param("subject", this.subject)
			.query(UUID.class)
			.single();
	}

	private long retried(UUID id) {
		return this.jdbc
			.sql("select count(*) from audit_record where action = 'notifications.outbox.retried' and subject_id = :id")
			.param("id", id.toString())
			.query(Long.class)
			.single();
	}

	private MvcTestResult retry(UUID id) {
		return this.mvc.post()
			.uri("/admin/outbox/{id}/retry", id)
			.with(SignIn.as(Role.ADMINISTRATOR))
			.with(csrf())
			.exchange();
	}

	private Document page(String address) throws Exception {
		MvcTestResult answer = get(address);
		assertThat(answer).hasStatusOk();
		return Jsoup.parse(answer.getResponse().getContentAsString());
	}

	private MvcTestResult get(String address) {
		return this.mvc.get().uri(URI.create(address)).with(SignIn.as(Role.ADMINISTRATOR)).exchange();
	}

}
