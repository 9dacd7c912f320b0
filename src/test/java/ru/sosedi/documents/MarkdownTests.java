package ru.sosedi.documents;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class MarkdownTests {

	@Test
	void headingsStandBelowThoseOfThePage() {
		assertThat(Markdown.toHtml("# One\n\n## Two\n\n###### Six"))
			.isEqualTo("<h3>One</h3>\n<h4>Two</h4>\n<h6>Six</h6>");
	}

	@Test
	void linksAreNotFollowedByRobots() {
		assertThat(Markdown.toHtml("See https://example.org/a?b=1&c=2 now")).contains("<a href=\"https://example.org/")
			.contains("rel=\"nofollow noopener\"");
	}

	@Test
	void tablesAndListsAreKept() {
		assertThat(Markdown.toHtml("| a | b |\n|---|---|\n| 1 | 2 |\n\n* x\n* y")).contains("<table>", "<td>1</td>",
				"<li>x</li>");
	}

	@ParameterizedTest
	@ValueSource(strings = { "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[x](javascript:alert(1))",
			"[x](data:text/html;base64,PHNjcmlwdD4=)", "![x](https://example.org/x.png)", "<iframe src=//x></iframe>",
			"[x](ja&Tab;vascript:alert(1))", "<a href='javascript:alert(1)'>x</a>", "<style>*{display:none}</style>",
			"[x](https://e.org \"onmouseover=alert(1)\")", "</script><script>alert(1)</script>" })
	void nothingThatRunsOrLoadsComesOut(String hostile) {
		assertThat(Markdown.toHtml(hostile)).doesNotContainPattern("(?i)<(script|img|iframe|style|svg)")
			.doesNotContainPattern("(?i)href=\"(javascript|data)")
			.doesNotContainPattern("<[^>]* on\\w+=");
	}

	@Test
	void deepNestingIsCheap() {
		assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
			Markdown.toHtml(">".repeat(20_000) + "x");
			Markdown.toHtml("[".repeat(20_000));
			Markdown.toHtml("*a_".repeat(7_000));
		});
	}

	@Test
	void textIsWhatAReaderSees() {
		assertThat(Markdown.toText(Markdown.toHtml("**A** & <b> \"q\"\n\n* x"))).isEqualTo("A & <b> \"q\" x");
	}

	@Test
	void nothingGivesNothing() {
		assertThat(Markdown.toHtml(null)).isEmpty();
		assertThat(Markdown.toHtml("  \n")).isEmpty();
	}

}
