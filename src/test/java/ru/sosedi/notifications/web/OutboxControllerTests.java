package ru.sosedi.notifications.web;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
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
import ru.sosedi.programme.Event;
import ru.sosedi.shared.Email;
import ru.sosedi.shared.PublicAddress;
import ru.sosedi.world.NetworkWorld;
import ru.sosedi.world.RegistrationsWorld;

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

	@Autowired
	private NetworkWorld network;

	@Autowired
	private RegistrationsWorld registrations;

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
	void anUnwrittenLetterIsShownAsItWouldLeaveNowWithItsFiles() throws Exception {
		String title = "Оригами " + UUID.randomUUID();
		Event event = this.registrations.event(this.network.zarechenskCentre(), title, 5);
		UUID booking = this.registrations.confirmed(this.registrations.dateOf(event), "anna", 2);
		UUID id = this.jdbc.sql("""
				select m.id from outbox_message m join registration r on r.id = m.about
				where r.booking_id = :booking and m.kind = 'registrations.confirmed'
				""").param("booking", booking).query(UUID.class).single();
		assertThat(page("/admin/outbox").selectFirst("main a[href=/admin/outbox/" + id + "]").text()).contains(title);
		Document shown = page("/admin/outbox/" + id);
		assertThat(shown.selectFirst("main h1").text()).contains(title);
		assertThat(shown.selectFirst("main").text()).contains("Письмо пишется при отправке",
				"Вложено: ticket.png, event.ics");
		assertThat(shown.select("main .letter a[href^=" + this.portal.of("/registrations/") + "]")).isNotEmpty();
		assertThat(get("/admin/outbox/" + id + "/html")).hasStatusOk().bodyText().contains(title);
		assertThat(
				this.jdbc.sql("select count(*) from outbox_message where id = :id and subject is null and attempts = 0")
					.param("id", id)
					.query(Long.class)
					.single())
			.as("reading changes nothing")
			.isOne();
	}

	@Test
	void aLetterThatHasNothingToSayAnyMoreSaysSo() throws Exception {
		UUID id = unwritten("registrations.confirmed");
		assertThat(page("/admin/outbox").selectFirst("main a[href=/admin/outbox/" + id + "]").text())
			.isEqualTo("Писать больше не о чем");
		Document shown = page("/admin/outbox/" + id);
		assertThat(shown.selectFirst("main h1").text()).isEqualTo("Писать больше не о чем");
		assertThat(shown.select("main .letter")).isEmpty();
		assertThat(get("/admin/outbox/" + id + "/html")).hasStatus(404);
	}

	@Test
	void aLetterThatCannotBeWrittenSpoilsNoPage() throws Exception {
		UUID id = unwritten("tests.nobody");
		write();
		Document list = page("/admin/outbox");
		assertThat(list.selectFirst("main a[href=/admin/outbox/" + id + "]").text())
			.isEqualTo("Письмо не удаётся написать");
		assertThat(list.text()).contains(this.subject);
		assertThat(page("/admin/outbox/" + id).selectFirst("main").text()).contains("Письмо не удаётся написать",
				"nobody writes letters of the kind tests.nobody");
		assertThat(get("/admin/outbox/" + id + "/html")).hasStatus(404);
	}

	@Test
	void aLetterThatIsNotThereIsNotFound() {
		assertThat(get("/admin/outbox/" + UUID.randomUUID())).hasStatus(404);
		assertThat(get("/admin/outbox/" + UUID.randomUUID() + "/html")).hasStatus(404);
		assertThat(get("/admin/outbox/not-an-id")).hasStatus(404);
		assertThat(retry(UUID.randomUUID())).hasStatus(404);
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

	private UUID unwritten(String kind) {
		UUID about = UUID.randomUUID();
		this.transaction.executeWithoutResult((status) -> this.notifications.send(new UnwrittenLetter(kind, about,
				Map.of(), Email.of("anna@zarechensk.example"), "Анна", Locale.of("ru"), null)));
		return this.jdbc.sql("select id from outbox_message where about = :about")
			.param("about", about)
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
