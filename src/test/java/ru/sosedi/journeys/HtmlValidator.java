package ru.sosedi.journeys;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import nu.validator.validation.SimpleDocumentValidator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The HTML checker of the Nu project, run in this process. */
final class HtmlValidator {

	private static final String SCHEMA = "http://s.validator.nu/html5-all.rnc";

	private final SimpleDocumentValidator validator = new SimpleDocumentValidator(true, true, false);

	HtmlValidator() {
		try {
			this.validator.setUpMainSchema(SCHEMA, new Faults());
			this.validator.setUpValidatorAndParsers(new Faults(), false, false);
		}
		catch (Exception e) {
			throw new IllegalStateException("the HTML validator does not start", e);
		}
	}

	/** Errors and warnings with their lines; empty for a valid document. */
	List<String> faultsOf(String html) {
		Faults faults = new Faults();
		InputSource source = new InputSource(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
		source.setEncoding("UTF-8");
		try {
			this.validator.setUpValidatorAndParsers(faults, false, false);
			this.validator.checkHtmlInputSource(source);
		}
		catch (Exception e) {
			throw new IllegalStateException("the HTML validator fails", e);
		}
		return faults.said;
	}

	private static final class Faults implements ErrorHandler {

		private final List<String> said = new ArrayList<>();

		@Override
		public void warning(SAXParseException warning) {
			// Thymeleaf ends the hidden fields that it adds by itself with a slash.
			if (!warning.getMessage().startsWith("Trailing slash on void elements")) {
				add("warning", warning);
			}
		}

		@Override
		public void error(SAXParseException error) {
			add("error", error);
		}

		@Override
		public void fatalError(SAXParseException error) throws SAXException {
			add("error", error);
		}

		private void add(String kind, SAXParseException e) {
			this.said.add(kind + " in line " + e.getLineNumber() + ": " + e.getMessage());
		}

	}

}
