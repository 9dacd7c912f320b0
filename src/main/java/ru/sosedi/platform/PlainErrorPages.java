package ru.sosedi.platform;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;
import org.springframework.web.util.HtmlUtils;

/**
 * The last resort: the page of a request that Tomcat itself refuses, or whose error page
 * failed too. It needs neither template nor database.
 */
class PlainErrorPages extends ErrorReportValve {

	private final MessageSource messages;

	private final LanguageResolver languages;

	private final SecurityHeaders headers;

	private final DataSize largestFile;

	PlainErrorPages(MessageSource messages, LanguageResolver languages, SecurityHeaders headers, DataSize largestFile) {
		this.messages = messages;
		this.languages = languages;
		this.headers = headers;
		this.largestFile = largestFile;
	}

	@Override
	protected void report(Request request, Response response, Throwable failure) {
		if (response.getStatus() < HttpStatus.BAD_REQUEST.value() || response.isCommitted()
				|| response.getContentWritten() > 0 || !response.setErrorReported()) {
			return;
		}
		if (DatabaseAway.isCauseOf(failure)) {
			response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
			response.setHeader(HttpHeaders.RETRY_AFTER, "30");
		}
		try {
			if (!response.containsHeader("Content-Security-Policy")) {
				this.headers.writeHeaders(request, response);
			}
			response.setContentType("text/html");
			response.setCharacterEncoding("utf-8");
			Writer page = response.getReporter();
			if (page != null) {
				page.write(page(language(request), ErrorText.of(response.getStatus())));
				response.finishResponse();
			}
		}
		catch (IOException | IllegalStateException gone) {
			// Whoever asked has gone, or a page is on its way already.
			this.container.getLogger().debug("no error page could be written", gone);
		}
	}

	private Locale language(Request request) {
		try {
			return this.languages.resolveLocale(request);
		}
		catch (RuntimeException unreadable) {
			return Languages.RUSSIAN;
		}
	}

	private String page(Locale language, ErrorText text) {
		return """
				<!doctype html>
				<html lang="%s">
				<head>
				<meta charset="utf-8">
				<meta name="viewport" content="width=device-width, initial-scale=1">
				<title>%s</title>
				<link rel="stylesheet" href="/css/portal.css">
				</head>
				<body>
				<main id="main" class="wrap">
				<h1>%2$s</h1>
				<p>%s</p>
				<p><a class="button" href="/">%s</a></p>
				</main>
				</body>
				</html>
				""".formatted(language.getLanguage(), message(text.titleKey(), language),
				message(text.textKey(), language), message("platform.error.home", language));
	}

	private String message(String key, Locale language) {
		return HtmlUtils.htmlEscape(
				this.messages.getMessage(key, new Object[] { this.largestFile.toMegabytes() }, language), "utf-8");
	}

}
