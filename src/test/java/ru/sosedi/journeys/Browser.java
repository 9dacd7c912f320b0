package ru.sosedi.journeys;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import ru.sosedi.accounts.Actor;

import org.springframework.context.ApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A person's browser in a test of class {@code @PortalTest}: <pre>
 * &#64;RegisterExtension
 * final Browser browser = new Browser();
 *
 * Page page = this.browser.phone().dark().open("/events");
 * </pre> Every page is watched: a script error, a line on the console, a breach of the
 * content security policy, a failed picture or style sheet, an answer 5xx or a request to
 * a foreign host fails the test at its end. One Chromium serves all tests of the run;
 * every {@link Visitor} has a profile of its own (cookies, cache), thrown away after the
 * test.
 */
public final class Browser implements BeforeEachCallback, AfterEachCallback {

	private static final Namespace NAMESPACE = Namespace.create(Browser.class);

	private static final Path SCREENSHOTS = Path.of("target", "screenshots");

	private final List<BrowserContext> profiles = new ArrayList<>();

	private final List<String> faults = new ArrayList<>();

	private final List<Predicate<String>> expected = new ArrayList<>();

	private Chrome chrome;

	private String baseUrl;

	private ApplicationContext portal;

	@Override
	public void beforeEach(ExtensionContext context) {
		this.chrome = context.getRoot()
			.getStore(NAMESPACE)
			.computeIfAbsent(Chrome.class, (key) -> Chrome.start(), Chrome.class);
		this.portal = SpringExtension.getApplicationContext(context);
		String port = this.portal.getEnvironment().getRequiredProperty("local.server.port");
		this.baseUrl = "http://localhost:" + port;
	}

	@Override
	public void afterEach(ExtensionContext context) {
		this.profiles.forEach(BrowserContext::close);
		this.profiles.clear();
		List<String> unexpected = this.faults.stream()
			.filter((fault) -> this.expected.stream().noneMatch((known) -> known.test(fault)))
			.distinct()
			.toList();
		this.faults.clear();
		this.expected.clear();
		assertThat(unexpected).as("faults seen by the browser").isEmpty();
	}

	/** A phone of today: 390 × 844. */
	public Visitor phone() {
		return new Visitor(390, 844);
	}

	/** A small phone: 360 × 740. */
	public Visitor smallPhone() {
		return new Visitor(360, 740);
	}

	/** A screen on a desk: 1280 × 900. */
	public Visitor desktop() {
		return new Visitor(1280, 900);
	}

	/** Any other width, in CSS pixels. */
	public Visitor wide(int width) {
		return new Visitor(width, 844);
	}

	/** What the pages of this test have done wrong so far. */
	public List<String> faults() {
		return List.copyOf(this.faults);
	}

	/** Lets faults that contain this text pass in the present test. */
	public void expectFault(String part) {
		this.expected.add((fault) -> fault.contains(part));
	}

	/** The whole page as {@code target/screenshots/<name>.png}. */
	public void screenshot(Page page, String name) {
		page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")).setFullPage(true));
	}

	/** Whoever looks: the screen, the settings of the system, the language. */
	public final class Visitor {

		private final NewContextOptions options = new NewContextOptions().setBaseURL(Browser.this.baseUrl)
			.setReducedMotion(ReducedMotion.REDUCE)
			.setLocale("ru-RU")
			.setTimezoneId("Asia/Yekaterinburg");

		private BrowserContext profile;

		private Visitor(int width, int height) {
			this.options.setViewportSize(width, height);
		}

		public Visitor dark() {
			return with((o) -> o.setColorScheme(ColorScheme.DARK));
		}

		public Visitor withoutScripts() {
			return with((o) -> o.setJavaScriptEnabled(false));
		}

		/** Animations run; by default the visitor asked the system for none. */
		public Visitor withMotion() {
			return with((o) -> o.setReducedMotion(ReducedMotion.NO_PREFERENCE));
		}

		/**
		 * The browser's language and clock, such as {@code en-GB} in
		 * {@code Asia/Irkutsk}.
		 */
		public Visitor from(String locale, String zone) {
			return with((o) -> o.setLocale(locale).setTimezoneId(zone));
		}

		/** With a session of that person, as after the sign-in page. */
		public Visitor signedIn(Actor actor) {
			String session = new Sessions(Browser.this.portal).begin(actor);
			profile().addCookies(List.of(new Cookie("SESSION", session).setUrl(Browser.this.baseUrl)));
			return this;
		}

		/** Anything else that Playwright can set before the first page opens. */
		public Visitor with(Consumer<NewContextOptions> setting) {
			if (this.profile != null) {
				throw new IllegalStateException("settings come before the first page");
			}
			setting.accept(this.options);
			return this;
		}

		/** A new tab; tabs of one visitor share cookies. */
		public Page open(String path) {
			Page page = profile().newPage();
			page.navigate(path);
			return page;
		}

		/** Cookies and permissions of this visitor. */
		public BrowserContext profile() {
			if (this.profile == null) {
				this.profile = Browser.this.chrome.browser().newContext(this.options);
				Browser.this.profiles.add(this.profile);
				new Watch(Browser.this.baseUrl, Browser.this.faults).over(this.profile);
			}
			return this.profile;
		}

	}

	/** Writes down what a user would never report but suffers from. */
	private record Watch(String baseUrl, List<String> faults) {

		/**
		 * A refused form (422) or a missing page (404) is a proper answer to a navigation
		 * or a script; the same for a picture is a fault.
		 */
		private static final Set<String> ASKED_BY_PEOPLE = Set.of("document", "xhr", "fetch");

		void over(BrowserContext profile) {
			profile.onConsoleMessage(this::console);
			profile.onWebError((error) -> this.faults.add("script error: " + error.error()));
			profile.onRequest(this::request);
			profile.onRequestFailed(this::failure);
			profile.onResponse(this::response);
		}

		private void console(ConsoleMessage message) {
			boolean aboutAnAnswer = message.text().startsWith("Failed to load resource");
			if (!aboutAnAnswer && Set.of("error", "warning").contains(message.type())) {
				this.faults.add("console " + message.type() + ": " + message.text() + " at " + message.location());
			}
		}

		private void request(Request request) {
			URI address = URI.create(request.url().replaceAll("[?#].*", ""));
			boolean overTheNet = Set.of("http", "https", "ws", "wss").contains(address.getScheme());
			if (overTheNet && !request.url().startsWith(this.baseUrl + "/")) {
				this.faults.add("request to a foreign host: " + request.url());
			}
		}

		private void failure(Request request) {
			if (!"net::ERR_ABORTED".equals(request.failure())) {
				this.faults.add("failed request: " + request.url() + " " + request.failure());
			}
		}

		private void response(Response response) {
			boolean asked = ASKED_BY_PEOPLE.contains(response.request().resourceType());
			boolean favicon = response.url().endsWith("/favicon.ico");
			if (response.status() >= 500 || (response.status() >= 400 && !asked && !favicon)) {
				this.faults.add("answer " + response.status() + ": " + response.url());
			}
		}

	}

	/** Closed by JUnit at the end of the run. */
	private record Chrome(Playwright playwright, com.microsoft.playwright.Browser browser) implements AutoCloseable {

		static Chrome start() {
			Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Chromium.environment()));
			return new Chrome(playwright, Chromium.launch(playwright));
		}

		@Override
		public void close() {
			this.playwright.close();
		}

	}

}
