package ru.sosedi.audit.web;

import java.net.URI;
import java.util.Map;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import ru.sosedi.PortalTest;
import ru.sosedi.accounts.Role;
import ru.sosedi.accounts.SignIn;
import ru.sosedi.shared.Audited;

import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
class AuditControllerTests {

	private final String subject = UUID.randomUUID().toString();

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private ApplicationEventPublisher events;

	@Autowired
	private TransactionTemplate transaction;

	@Test
	void aRecordSaysWhoDidWhatAndWhatItChanged() throws Exception {
		publish("notifications.outbox.retried", Map.of("state", "FAILED"), Map.of("state", "WAITING"));
		Document page = page("subjectId=" + this.subject);
		assertThat(page.select("main .record")).hasSize(1);
		assertThat(page.selectFirst("main .record").text()).contains("Anna <script>alert(1)</script>",
				"письмо отправлено ещё раз", "состояние", "FAILED", "WAITING");
		assertThat(page.select("main script")).isEmpty();
	}

	@Test
	void anActionWithoutWordsIsShownAsItIs() throws Exception {
		publish("tests.thing.changed", Map.of(), Map.of("strangeField", "1"));
		assertThat(page("subjectId=" + this.subject).selectFirst("main .record").text()).contains("tests.thing.changed",
				"strangeField");
	}

	@Test
	void thePageAfterKeepsTheFilter() throws Exception {
		for (int i = 0; i < 60; i++) {
			publish("tests.thing.changed", Map.of(), Map.of("n", String.valueOf(i)));
		}
		Document first = page("subject=%22Thing%22%20%26%20x&subjectId=" + this.subject);
		assertThat(first.select("main .record")).hasSize(50);
		Document second = Jsoup.parse(body(get(first.selectFirst("main .more a").attr("href"))));
		assertThat(second.select("main .record")).hasSize(10);
		assertThat(second.select("main .more")).isEmpty();
	}

	@Test
	void aFilterThatMakesNoSenseIsIgnored() throws Exception {
		publish("tests.thing.changed", Map.of(), Map.of());
		assertThat(page("from=yesterday&to=2026-02-31&action=&person=%20&subjectId=" + this.subject)
			.select("main .record")).hasSize(1);
		assertThat(get(
				"/admin/audit?from=-999999999-01-01&to=%2B999999999-12-31&person=%25_%5C&subjectId=" + this.subject))
			.hasStatusOk();
		assertThat(get("/admin/audit?after=zzz")).hasStatus(400);
	}

	private void publish(String action, Map<String, String> before, Map<String, String> after) {
		this.transaction.executeWithoutResult((status) -> this.events.publishEvent(new Audited(UUID.randomUUID(),
				"Anna <script>alert(1)</script>", action, "Thing", this.subject, "\"Thing\" & x", before, after)));
	}

	private Document page(String query) throws Exception {
		MvcTestResult answer = get("/admin/audit?" + query);
		assertThat(answer).hasStatusOk();
		return Jsoup.parse(body(answer));
	}

	private static String body(MvcTestResult answer) throws Exception {
		return answer.getResponse().getContentAsString();
	}

	private MvcTestResult get(String address) {
		return this.mvc.get().uri(URI.create(address)).with(SignIn.as(Role.ADMINISTRATOR)).exchange();
	}

}
