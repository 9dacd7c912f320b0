package ru.sosedi.journeys;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;

/** Follows the links that a visitor sees and looks hard at every kind of page. */
final class Crawl {

	private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

	/** Set a cookie and send back, end the session, or are no pages. */
	private static final String NOT_FOLLOWED = ".*(/logout|/preferences/(display|language|centre)|lang=|\\.(ics|csv|xlsx|xml|atom|json|jpg|png)\\b).*";

	private static final String LINKS = """
			Array.from(document.querySelectorAll('a[href]'))
				.filter(a => a.origin === location.origin && !a.hasAttribute('download'))
				.map(a => a.pathname + a.search)""";

	private static final String TOO_WIDE = """
			document.documentElement.scrollWidth > window.innerWidth
				? Array.from(document.querySelectorAll('body *'))
					.filter(e => e.getBoundingClientRect().right > window.innerWidth + 1)
					.slice(0, 3).map(e => e.tagName + '.' + e.className).join(', ') || 'the page'
				: null""";

	private static final HtmlValidator html = new HtmlValidator();

	private final Page page;

	private final Set<String> known;

	private final int samples;

	private final Map<String, Integer> seen = new HashMap<>();

	private final List<String> faults = new ArrayList<>();

	private int visited;

	/**
	 * @param known beginnings of addresses that are looked at elsewhere
	 * @param samples how many pages of one kind are looked at
	 */
	Crawl(Browser.Visitor visitor, Set<String> known, int samples) {
		this.page = visitor.profile().newPage();
		this.known = known;
		this.samples = samples;
	}

	void follow(List<String> seeds) {
		Deque<String> queue = new ArrayDeque<>(seeds);
		while (!queue.isEmpty()) {
			String path = queue.removeFirst();
			if (isNew(path)) {
				lookAt(path, 200).stream().filter((link) -> !link.matches(NOT_FOLLOWED)).forEach(queue::addLast);
			}
		}
	}

	private boolean isNew(String path) {
		boolean elsewhere = this.known.stream()
			.anyMatch((start) -> path.equals(start) || path.startsWith(start + "/") || path.startsWith(start + "?"));
		if (elsewhere) {
			return false;
		}
		String[] parts = path.split("\\?", 2);
		String kind = kind(parts[0]);
		return (parts.length == 1) ? this.seen.merge(kind, 1, Integer::sum) <= this.samples : asksAnew(kind, parts[1]);
	}

	// filters combine without end: a query is worth a look while it has a parameter that
	// no page before it had
	private boolean asksAnew(String kind, String query) {
		return Arrays.stream(query.split("&"))
			.map((parameter) -> kind + "?" + parameter.replaceAll("=.*", ""))
			.mapToInt((name) -> this.seen.merge(name, 1, Integer::sum))
			.min()
			.orElse(2) == 1;
	}

	/** An address without what only tells one page of a kind from another. */
	private static String kind(String address) {
		return address.replaceAll("/[0-9a-f]{8}-[0-9a-f-]{27}(/[^/]+)?", "/{id}")
			.replaceAll("^/(centres|libraries|partners)/[^/]+", "/$1/{slug}")
			.replaceAll("\\d+", "{n}");
	}

	/** Looks at one page and gives its links. */
	@SuppressWarnings("unchecked")
	List<String> lookAt(String path, int expectedStatus) {
		APIResponse answer = this.page.context()
			.request()
			.get(path, RequestOptions.create().setHeader("Accept", "text/html"));
		if (answer.status() != expectedStatus) {
			this.faults.add(path + " answers " + answer.status());
			return List.of();
		}
		if (!answer.headers().getOrDefault("content-type", "").startsWith("text/html")) {
			return List.of();
		}
		this.visited++;
		html.faultsOf(answer.text()).forEach((fault) -> this.faults.add(path + ": HTML " + fault));
		this.page.setViewportSize(1280, 900);
		this.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
		this.page.navigate(path);
		axe(path + " on a desk, light");
		this.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
		this.page.setViewportSize(390, 844);
		axe(path + " on a phone, dark");
		this.page.setViewportSize(320, 640);
		Object tooWide = this.page.evaluate(TOO_WIDE);
		if (tooWide != null) {
			this.faults.add(path + ": wider than 320 px because of " + tooWide);
		}
		return (List<String>) this.page.evaluate(LINKS);
	}

	private void axe(String where) {
		for (Rule violation : new AxeBuilder(this.page).withTags(RULES).analyze().getViolations()) {
			String elements = violation.getNodes()
				.stream()
				.limit(3)
				.map((node) -> node.getTarget() + " " + node.getHtml())
				.collect(Collectors.joining("; "));
			this.faults.add(where + ": " + violation.getId() + " (" + violation.getHelp() + ") at " + elements);
		}
	}

	List<String> faults() {
		return this.faults;
	}

	int visited() {
		return this.visited;
	}

}
