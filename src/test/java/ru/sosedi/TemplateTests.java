package ru.sosedi;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Templates name only what exists, carry no script or style of their own, protect every
 * form, escape every value and leave all words to the message bundles.
 */
class TemplateTests {

	private static final Pattern FRAGMENT = Pattern
		.compile("~\\{\\s*([\\w/-]*)\\s*(?:::\\s*([.%#]?[\\w-]+(?:\\.[\\w-]+)?)[^}]*)?}");

	private static final Pattern VIEW = Pattern.compile("[a-z]+(/[a-z0-9-]+)+( :: [\\w-]+)?");

	private static final Pattern LETTER = Pattern.compile("\\p{L}");

	/** Said by the element, or by what takes its place. */
	private static final List<String> SAYS_SOMETHING_ELSE = List.of("th:text", "th:utext", "th:replace", "th:insert",
			"th:remove");

	private static final List<String> SPOKEN_ATTRIBUTES = List.of("alt", "title", "placeholder", "aria-label",
			"aria-description", "label", "summary");

	/** Sanitised HTML, and JSON without the characters that could end its element. */
	private static final List<Path> WRITTEN_AS_IT_IS = List.of(Sources.TEMPLATES.resolve("components/markdown.html"),
			Sources.TEMPLATES.resolve("components/json-ld.html"));

	private final List<Path> pages = Sources.under(Sources.TEMPLATES, ".html");

	@Test
	void viewsThatControllersNameExist() {
		List<String> missing = new ArrayList<>();
		for (Path source : Sources.under(Sources.JAVA, ".java")) {
			boolean web = source.getParent().endsWith("web");
			Sources.literals(Sources.read(source))
				.stream()
				.filter((literal) -> (web || literal.startsWith("mail/")) && VIEW.matcher(literal).matches())
				.filter((literal) -> Files.isDirectory(Sources.TEMPLATES.resolve(literal.replaceAll("/.*", ""))))
				.filter((literal) -> !exists(literal))
				.forEach((literal) -> missing.add(source + ": " + literal));
		}
		assertThat(missing).isEmpty();
	}

	private static boolean exists(String view) {
		String[] parts = view.split(" :: ");
		Path file = Sources.TEMPLATES.resolve(parts[0] + ".html");
		boolean letter = Files.isRegularFile(Sources.TEMPLATES.resolve(parts[0] + ".txt"));
		return letter || (Files.isRegularFile(file) && (parts.length == 1 || declares(file, parts[1])));
	}

	@Test
	void fragmentsThatTemplatesNameExist() {
		List<String> missing = new ArrayList<>();
		for (Path page : this.pages) {
			Matcher reference = FRAGMENT.matcher(withoutComments(Sources.read(page)));
			while (reference.find()) {
				Path file = reference.group(1).isEmpty() ? page
						: Sources.TEMPLATES.resolve(reference.group(1) + ".html");
				boolean found = Files.isRegularFile(file)
						&& (reference.group(2) == null || declares(file, reference.group(2)));
				if (!found) {
					missing.add(page + ": " + reference.group());
				}
			}
		}
		assertThat(missing).isEmpty();
	}

	private static boolean declares(Path file, String selector) {
		String html = Sources.read(file);
		String name = Pattern.quote(selector.replaceFirst("^[.#%]", ""));
		return html.matches("(?s).*th:(fragment|ref)=\"\\s*" + name + "\\s*[(\"].*")
				|| html.matches("(?s).*<" + name + "[\\s>].*")
				|| (selector.matches("[.#].*") && html.matches("(?s).*(class|id)=\"([^\"]*\\s)?" + name + "[\\s\"].*"));
	}

	@Test
	void everyTemplateIsUsed() {
		StringBuilder everything = new StringBuilder();
		Stream.concat(Sources.under(Sources.JAVA, ".java").stream(), this.pages.stream())
			.map(Sources::read)
			.forEach(everything::append);
		List<String> unused = this.pages.stream()
			.map(Sources::templateName)
			.filter((name) -> !name.startsWith("error/"))
			// a letter is named without its folder
			.filter((name) -> !everything.toString().contains(name.replaceFirst("^mail/(.+/)", "$1")))
			.toList();
		assertThat(unused).isEmpty();
	}

	@Test
	void pagesCarryNoScriptOrStyleOfTheirOwn() {
		List<String> faults = new ArrayList<>();
		forEachElement((page, element) -> {
			boolean bareScript = element.normalName().equals("script") && !element.hasAttr("src")
					&& !element.hasAttr("th:src") && !"application/ld+json".equals(element.attr("type"));
			if (bareScript || element.normalName().equals("style")) {
				faults.add(page + ": <" + element.normalName() + ">");
			}
			for (Attribute attribute : element.attributes()) {
				String name = attribute.getKey().replaceFirst("^th:", "");
				if (name.equals("style") || name.matches("on[a-z]+") || name.matches("(data-)?hx-on.*")) {
					faults.add(page + ": " + attribute);
				}
			}
		});
		assertThat(faults).isEmpty();
	}

	/** Thymeleaf replaces before it asks: the condition would never be heard. */
	@Test
	void noConditionStandsBesideAReplacement() {
		List<String> faults = new ArrayList<>();
		forEachElement((page, element) -> {
			if (element.hasAttr("th:replace")
					&& Stream.of("th:if", "th:unless", "th:each").anyMatch(element::hasAttr)) {
				faults.add(page + ": " + element.attr("th:replace"));
			}
		});
		assertThat(faults).isEmpty();
	}

	@Test
	void postingFormsCarryTheToken() {
		List<String> faults = new ArrayList<>();
		forEachElement((page, element) -> {
			boolean posts = element.normalName().equals("form") && "post".equalsIgnoreCase(element.attr("method"));
			if (posts && !element.hasAttr("th:action")) {
				faults.add(page + ": " + element.cssSelector());
			}
			boolean sends = Stream.of("post", "put", "delete", "patch")
				.anyMatch((verb) -> element.hasAttr("hx-" + verb) || element.hasAttr("data-hx-" + verb));
			if (sends && element.closest("form[th:action]") == null) {
				faults.add(page + ": " + element.cssSelector());
			}
		});
		assertThat(faults).isEmpty();
	}

	@Test
	void valuesAreEscapedEverywhereButInRenderedMarkdown() {
		List<String> faults = this.pages.stream()
			.filter((page) -> !WRITTEN_AS_IT_IS.contains(page))
			.filter((page) -> withoutComments(Sources.read(page)).matches("(?s).*(th:utext|\\[\\(|th:inline=\"none).*"))
			.map(Path::toString)
			.toList();
		assertThat(faults).isEmpty();
	}

	@Test
	void nothingComesFromElsewhere() {
		List<String> faults = new ArrayList<>();
		forEachElement((page, element) -> {
			for (String name : List.of("src", "href", "action", "th:src", "th:href", "th:action", "srcset")) {
				if (element.attr(name).matches("(?s)(?:[|'@{ ]*)(https?:)?//.*")) {
					faults.add(page + ": " + element.attr(name));
				}
			}
		});
		assertThat(faults).isEmpty();
	}

	@Test
	void wordsStandInTheMessageBundles() {
		Set<String> faults = new LinkedHashSet<>();
		forEachElement((page, element) -> {
			for (TextNode text : element.textNodes()) {
				String said = text.getWholeText().replaceAll("(?s)\\[\\[.*?]]", "").replaceAll("&[a-z]+;", "");
				if (LETTER.matcher(said).find() && !isReplaced(element)) {
					faults.add(page + ": " + said.strip());
				}
			}
			for (String name : SPOKEN_ATTRIBUTES) {
				if (LETTER.matcher(element.attr(name)).find() && !element.hasAttr("th:" + name)
						&& !element.hasAttr("th:replace")) {
					faults.add(page + ": " + name + "=" + element.attr(name));
				}
			}
		});
		assertThat(faults).isEmpty();
	}

	private static boolean isReplaced(Element element) {
		return element.parents().stream().anyMatch((parent) -> SAYS_SOMETHING_ELSE.stream().anyMatch(parent::hasAttr))
				|| SAYS_SOMETHING_ELSE.stream().anyMatch(element::hasAttr);
	}

	private void forEachElement(ElementCheck check) {
		for (Path page : this.pages) {
			Document document = Jsoup.parse(Sources.read(page), "", Parser.xmlParser());
			for (Element element : document.getAllElements()) {
				check.accept(page, element);
			}
		}
	}

	private static String withoutComments(String html) {
		return html.replaceAll("(?s)<!--.*?-->", "");
	}

	@FunctionalInterface
	private interface ElementCheck {

		void accept(Path page, Element element);

	}

}
