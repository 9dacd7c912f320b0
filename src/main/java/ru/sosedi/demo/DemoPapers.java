package ru.sosedi.demo;

import java.util.Locale;
import java.util.Map;

import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;
import ru.sosedi.documents.PdfDocuments;

/** Sheets that stand for scans in the invented city; each says that it is one. */
@Component
@Conditional(DemoWanted.class)
class DemoPapers {

	private static final Locale RUSSIAN = Locale.of("ru");

	private final PdfDocuments documents;

	private final MessageSource messages;

	private byte[] scan;

	DemoPapers(PdfDocuments documents, MessageSource messages) {
		this.documents = documents;
		this.messages = messages;
	}

	/** A PDF that says that it is a demonstration. */
	synchronized byte[] scan() {
		if (this.scan == null) {
			this.scan = this.documents.render("print/demo/scan", RUSSIAN, Map.of());
		}
		return this.scan;
	}

	String accessionName() {
		return said("demo.accession");
	}

	String place() {
		return said("demo.place");
	}

	String consent() {
		return said("demo.consent");
	}

	String keeper() {
		return said("demo.keeper");
	}

	private String said(String key) {
		return this.messages.getMessage(key, null, RUSSIAN);
	}

}
