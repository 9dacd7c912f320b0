package ru.sosedi.feeds;

import java.io.StringWriter;
import java.time.Instant;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes the elements of an Atom feed (RFC 4287). Characters that XML 1.0 cannot hold are
 * left out.
 */
final class AtomText {

	static final String NAMESPACE = "http://www.w3.org/2005/Atom";

	private static final XMLOutputFactory FACTORY = XMLOutputFactory.newFactory();

	private final StringWriter out = new StringWriter();

	private final XMLStreamWriter xml;

	AtomText() {
		try {
			this.xml = FACTORY.createXMLStreamWriter(this.out);
			this.xml.writeStartDocument("UTF-8", "1.0");
			this.xml.writeStartElement("feed");
			this.xml.writeDefaultNamespace(NAMESPACE);
		}
		catch (XMLStreamException e) {
			throw new IllegalStateException(e);
		}
	}

	/** Nothing is written when there is no text. */
	AtomText element(String name, String text) {
		if (text != null && !text.isBlank()) {
			write(() -> {
				this.xml.writeStartElement(name);
				this.xml.writeCharacters(legal(text));
				this.xml.writeEndElement();
			});
		}
		return this;
	}

	AtomText instant(String name, Instant instant) {
		return element(name, instant.toString());
	}

	/** HTML goes out escaped, as RFC 4287, 4.1.3.3 asks. */
	AtomText html(String name, String html) {
		write(() -> {
			this.xml.writeStartElement(name);
			this.xml.writeAttribute("type", "html");
			this.xml.writeCharacters(legal(html));
			this.xml.writeEndElement();
		});
		return this;
	}

	AtomText link(String rel, String type, String href) {
		write(() -> {
			this.xml.writeEmptyElement("link");
			this.xml.writeAttribute("rel", rel);
			this.xml.writeAttribute("type", type);
			this.xml.writeAttribute("href", legal(href));
		});
		return this;
	}

	AtomText author(String name) {
		return open("author").element("name", name).close();
	}

	AtomText category(String term, String label) {
		write(() -> {
			this.xml.writeEmptyElement("category");
			this.xml.writeAttribute("term", term);
			this.xml.writeAttribute("label", legal(label));
		});
		return this;
	}

	AtomText open(String name) {
		write(() -> this.xml.writeStartElement(name));
		return this;
	}

	AtomText close() {
		write(this.xml::writeEndElement);
		return this;
	}

	/** The whole document; open elements are closed. */
	@Override
	public String toString() {
		write(() -> {
			this.xml.writeEndDocument();
			this.xml.flush();
		});
		return this.out.toString();
	}

	static String legal(String text) {
		StringBuilder legal = new StringBuilder(text.length());
		text.codePoints()
			.filter((c) -> c == '\t' || c == '\n' || c == '\r' || (c >= ' ' && c <= 0xd7ff)
					|| (c >= 0xe000 && c <= 0xfffd) || c >= 0x10000)
			.forEach(legal::appendCodePoint);
		return legal.toString();
	}

	private static void write(XmlStep step) {
		try {
			step.run();
		}
		catch (XMLStreamException e) {
			throw new IllegalStateException(e);
		}
	}

	private interface XmlStep {

		void run() throws XMLStreamException;

	}

}
