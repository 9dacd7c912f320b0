package ru.sosedi.documents;

import java.util.List;
import java.util.regex.Matcher;

import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * Markdown in, harmless HTML out. Rendered once, when the text is saved.
 */
public final class Markdown {

	/** The page's own headings are h1 and h2. */
	private static final int FIRST_HEADING = 3;

	private static final int LAST_HEADING = 6;

	private static final List<Extension> EXTENSIONS = List.of(AutolinkExtension.create(), TablesExtension.create());

	// Nesting is bounded: thousands of open quotes would cost a stack frame each.
	private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).maxOpenBlockParsers(12).build();

	private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
		.extensions(EXTENSIONS)
		.escapeHtml(true)
		.sanitizeUrls(true)
		.build();

	private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
		.allowElements("p", "br", "hr", "strong", "em", "ul", "ol", "li", "blockquote", "code", "pre", "h3", "h4", "h5",
				"h6", "a", "table", "thead", "tbody", "tr", "th", "td")
		.allowUrlProtocols("http", "https", "mailto", "tel")
		.allowAttributes("href")
		.onElements("a")
		.requireRelsOnLinks("nofollow", "noopener")
		.toFactory();

	private Markdown() {
	}

	/** Never {@code null}; empty for an empty text. */
	public static String toHtml(String markdown) {
		if (markdown == null || markdown.isBlank()) {
			return "";
		}
		Node document = PARSER.parse(markdown);
		document.accept(new LowerHeadings());
		return POLICY.sanitize(RENDERER.render(document)).strip();
	}

	/** The words of rendered HTML, for search and for feeds. */
	public static String toText(String html) {
		String text = html.replaceAll("<[^>]*>", " ");
		return text.replace("&lt;", "<")
			.replace("&gt;", ">")
			.replace("&#34;", "\"")
			.replace("&#39;", Matcher.quoteReplacement("'"))
			.replace("&#64;", "@")
			.replace("&#43;", "+")
			.replace("&#61;", "=")
			.replace("&#96;", "`")
			.replace("&amp;", "&")
			.replaceAll("\\s+", " ")
			.strip();
	}

	private static final class LowerHeadings extends AbstractVisitor {

		@Override
		public void visit(Heading heading) {
			heading.setLevel(Math.min(heading.getLevel() + FIRST_HEADING - 1, LAST_HEADING));
			visitChildren(heading);
		}

	}

}
