package ru.sosedi.journeys;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ru.sosedi.PortalTest;
import ru.sosedi.accounts.Actor;
import ru.sosedi.journeys.Browser.Visitor;
import ru.sosedi.network.LibraryKey;
import ru.sosedi.network.LibraryService;
import ru.sosedi.network.LibrarySystem;
import ru.sosedi.network.LibrarySystemService;
import ru.sosedi.world.AccountsWorld;
import ru.sosedi.world.NetworkWorld;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A library system brings its eighteen branches in, a librarian publishes a weekly series
 * without a holiday, a resident finds it on a phone: nobody has scripts on. It is noon of
 * Friday, 20 November 2026 in Ulan-Ude.
 */
@PortalTest
class NewNetworkJourneyTests {

	private static final Path BRANCHES = Path.of("src/test/resources/import/ulan-ude-libraries.csv");

	@RegisterExtension
	final Browser browser = new Browser();

	@Autowired
	private AccountsWorld people;

	@Autowired
	private LibrarySystemService systems;

	@Autowired
	private LibraryService libraries;

	@LocalServerPort
	private int port;

	@Test
	void branchesComeInAndASeriesIsFoundBySearchFilterFeedAndCalendar() throws Exception {
		LibrarySystem system = this.systems.create(Actor.portal(), NetworkWorld.systemDetails("0000000018"));
		importBranches(system);
		LibraryKey branch = this.libraries.keysOf(system.id())
			.stream()
			.filter((key) -> Integer.valueOf(24).equals(key.number()))
			.findFirst()
			.orElseThrow();
		String centre = residentsSeeTheCentreOpen();
		publishTheSeries(branch.id());
		residentsFindIt(centre);
	}

	private void importBranches(LibrarySystem system) throws IOException {
		Visitor administrator = this.browser.desktop().withoutScripts();
		Page page = signIn(administrator, this.people.administrator(), "/admin/network/import");
		page.locator("input[name=kind]").first().check();
		page.locator("select[name=systemId]").selectOption(system.id().toString());
		page.locator("input[name=file]")
			.setInputFiles(
					new FilePayload("branches.csv", "text/csv", branchesAsCentres().getBytes(StandardCharsets.UTF_8)));
		page.locator("main form button.button:not(.quiet)").first().click();
		await(page, "button.call");
		assertThat(page.locator("main")).containsText("18");
		page.locator("button.call").click();
		await(page, "text=/18/");
		for (int i = 0; i < 60 && this.libraries.keysOf(system.id()).size() < 18; i++) {
			page.waitForTimeout(500);
		}
		assertThat(this.libraries.keysOf(system.id())).hasSize(18);
	}

	/**
	 * The test's own step: the file of facts does not say which branches became centres.
	 */
	private static String branchesAsCentres() throws IOException {
		List<String> lines = Files.readAllLines(BRANCHES).stream().filter((line) -> !line.isBlank()).toList();
		StringBuilder file = new StringBuilder(lines.getFirst()).append(";соседский центр;дата открытия центра\n");
		lines.stream().skip(1).forEach((line) -> file.append(line).append(";открыт;01.09.2026\n"));
		return file.toString();
	}

	/** The slug of the centre at branch 24. */
	private String residentsSeeTheCentreOpen() {
		Page page = this.browser.phone().withoutScripts().open("/centres?q=" + "Дамдинова");
		assertThat(page.locator("main")).containsText("Дамдинова");
		page.locator("main a[href^='/centres/']:visible")
			.filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("Дамдинова"))
			.first()
			.click();
		assertThat(page.locator("main")).containsText("до 19:00");
		this.browser.screenshot(page, "journey-centre");
		Matcher slug = Pattern.compile("/centres/([a-z0-9-]+)").matcher(page.url());
		assertThat(slug.find()).isTrue();
		return slug.group(1);
	}

	private void publishTheSeries(UUID library) {
		Visitor librarian = this.browser.desktop().withoutScripts();
		Page page = signIn(librarian, this.people.librarian(library), "/desk/programme/events/new");
		page.locator("select[name=form]").selectOption("CLUB");
		page.locator("[name=title]").fill("Бумажная флотилия");
		page.locator("[name=summary]").fill("Складываем кораблики и пускаем их наперегонки.");
		page.locator("input[name=audiences][value=FAMILIES]").check();
		page.locator("[name=day]").fill("2026-11-24");
		page.locator("[name=starts]").fill("18:00");
		page.locator("[name=ends]").fill("19:00");
		page.locator("input[name=repeats][value=WEEKLY]").check();
		page.locator("input[name=weekdays][value=TUESDAY]").check();
		page.locator("[name=until]").fill("2026-12-31");
		page.locator("[name=excludedDays]").fill("2026-12-29");
		this.browser.screenshot(page, "journey-event-form");
		page.locator("main form .acts button.button").last().click();
		assertThat(page.locator("h1")).containsText("Бумажная флотилия");
		page.locator("button.call").click();
		assertThat(page.locator("[role=status]").first()).isVisible();
		this.browser.screenshot(page, "journey-published");
	}

	private void residentsFindIt(String centre) throws Exception {
		Visitor resident = this.browser.smallPhone().withoutScripts();
		Page found = resident.open("/events?q=бумажную флотилию");
		assertThat(found.locator("main mark").first()).containsText("Бумажная");
		assertThat(resident.open("/events?q=флатилия").locator("main")).containsText("флотилия");
		assertThat(resident.open("/events?centre=" + centre + "&audience=families&from=2026-12-01&to=2026-12-02")
			.locator("main")).containsText("Бумажная флотилия");
		Page english = resident.open("/events?centre=" + centre + "&lang=en");
		assertThat(english.locator("html")).hasAttribute("lang", "en");
		english.locator("main a[href*='/events/']")
			.filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("Бумажная флотилия"))
			.first()
			.click();
		assertThat(english.locator("h1")).containsText("Бумажная флотилия");
		this.browser.screenshot(english, "journey-event-en");
		List<VEvent> dates = Biweekly.parse(get("/feeds/centres/" + centre + ".ics")).first().getEvents();
		assertThat(dates).hasSize(5);
		assertThat(dates.getFirst().getDateStart().getValue().toInstant())
			.isEqualTo(Instant.parse("2026-11-24T10:00:00Z"));
		assertThat(dates.getLast().getDateStart().getValue().toInstant()).as("the holiday is left out")
			.isEqualTo(Instant.parse("2026-12-22T10:00:00Z"));
		assertThat(get("/feeds/events.atom?centre=" + centre)).contains("Бумажная флотилия");
	}

	private Page signIn(Visitor visitor, Actor actor, String next) {
		Page page = visitor.open(next);
		page.locator("[name=email]").fill(this.people.emailOf(actor));
		page.locator("[name=password]").fill(AccountsWorld.PASSWORD);
		page.locator("main form button[type=submit], main form button").first().click();
		assertThat(page.url()).endsWith(next);
		return page;
	}

	/**
	 * Reloads the page, as someone without scripts does, until it has what is waited for.
	 */
	private static void await(Page page, String selector) {
		for (int i = 0; i < 120 && page.locator(selector).count() == 0; i++) {
			page.waitForTimeout(500);
			page.reload();
		}
		assertThat(page.locator(selector).first()).isVisible();
	}

	private String get(String path) throws IOException, InterruptedException {
		try (HttpClient client = HttpClient.newHttpClient()) {
			URI address = URI.create("http://localhost:" + this.port + path);
			return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString()).body();
		}
	}

}
