package ru.sosedi.journeys;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.sosedi.PortalTest;
import ru.sosedi.TestClock;
import ru.sosedi.accounts.Actor;
import ru.sosedi.world.AccountsWorld;
import ru.sosedi.world.SigningWorld;
import ru.sosedi.world.SigningWorld.Keyed;
import ru.sosedi.world.SigningWorld.Kind;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * An administrator says whom to trust, and sees what that means for a signature: on the
 * way no page has a barrier, those that only a sent form shows among them.
 */
@PortalTest
class SignatureTrustJourneyTests {

	private static final byte[] DOCUMENT = "Соглашение о сотрудничестве".getBytes(StandardCharsets.UTF_8);

	@RegisterExtension
	final Browser browser = new Browser();

	@Autowired
	private AccountsWorld people;

	@Autowired
	private JdbcClient jdbc;

	private final List<String> barriers = new ArrayList<>();

	@AfterEach
	void nobodyIsTrusted() {
		this.jdbc.sql("delete from trusted_root").update();
	}

	@Test
	void rootListAndTrial() {
		Actor administrator = this.people.administrator();
		Keyed root = SigningWorld.authority("Удостоверяющий центр города Зареченска (вымышленный)", Kind.GOST_256);
		Keyed director = SigningWorld.signer(root, Kind.GOST_256, "0000123450", "1000000123452");
		Page page = this.browser.desktop().signedIn(administrator).open("/admin/signatures");
		assertThat(page.locator("main")).containsText("ни одна электронная подпись не будет принята");
		page.locator("main a.button").first().click();
		file(page, "file", "root.cer", root.encoded());
		assertThat(page.locator("main")).containsText("Сверьте серийный номер");
		look(page, "signatures-confirmation");
		page.locator("main form button").click();
		page.locator("main a[href$='/lists/new']").click();
		file(page, "file", "list.crl", SigningWorld.revocationList(root, TestClock.START, null, TestClock.START));
		assertThat(page.locator("main")).containsText("Отозвано сертификатов: 0");
		look(page, "signatures");
		Crawl crawl = new Crawl(this.browser.desktop().signedIn(administrator), new HashSet<>(), 1);
		for (Object address : (List<?>) page
			.evaluate("Array.from(document.querySelectorAll('main a')).map(a => a.pathname)")) {
			crawl.lookAt(address.toString(), 200);
		}
		assertThat(crawl.visited()).isEqualTo(5);
		this.barriers.addAll(crawl.faults());
		page.navigate("/admin/signatures/trial");
		page.locator("input[name=document]").setInputFiles(new FilePayload("dogovor.pdf", "application/pdf", DOCUMENT));
		page.locator("#inn").fill("0000123450");
		file(page, "signature", "dogovor.pdf.sig", SigningWorld.sign(director, DOCUMENT));
		assertThat(page.locator("main")).containsText("Подпись принимается");
		look(page, "signatures-verdict");
		assertThat(this.barriers).isEmpty();
	}

	private static void file(Page page, String field, String name, byte[] content) {
		page.locator("input[name=" + field + "]")
			.setInputFiles(new FilePayload(name, "application/octet-stream", content));
		page.locator("main form button").click();
	}

	private void look(Page page, String name) {
		page.setViewportSize(1280, 900);
		this.browser.screenshot(page, name);
		new AxeBuilder(page).withTags(List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"))
			.analyze()
			.getViolations()
			.forEach((violation) -> this.barriers.add(name + ": " + violation.getHelp()));
		page.setViewportSize(320, 740);
		this.browser.screenshot(page, name + "-phone");
		if ((boolean) page.evaluate("document.documentElement.scrollWidth > window.innerWidth")) {
			this.barriers.add(name + " is wider than 320 px");
		}
		page.setViewportSize(1280, 900);
	}

}
