package ru.sosedi.site;

import java.io.StringWriter;
import java.time.Instant;
import java.util.function.Function;
import java.util.stream.Stream;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import org.springframework.stereotype.Service;
import org.springframework.util.MimeType;
import ru.sosedi.agreements.AgreementRegister;
import ru.sosedi.feeds.Feed;
import ru.sosedi.network.CentreName;
import ru.sosedi.network.Centres;
import ru.sosedi.partners.PublicNgos;
import ru.sosedi.programme.ProgrammeFeed;
import ru.sosedi.shared.PublicAddress;

/**
 * The public pages for search engines (sitemaps.org): centres, partners, published
 * agreements, and events that have dates to come.
 */
@Service
public class SiteMap {

	private static final MimeType TYPE = MimeType.valueOf("application/xml;charset=UTF-8");

	/**
	 * The protocol allows 50,000 addresses in a file; what is further ahead comes in by
	 * itself.
	 */
	private static final int MOST_EVENTS = 10_000;

	private static final int MOST_CENTRES = 5000;

	private static final int MOST_PARTNERS = 5000;

	private static final int MOST_AGREEMENTS = 5000;

	private final ProgrammeFeed programme;

	private final Centres centres;

	private final PublicNgos ngos;

	private final AgreementRegister agreements;

	private final PublicAddress address;

	SiteMap(ProgrammeFeed programme, Centres centres, PublicNgos ngos, AgreementRegister agreements,
			PublicAddress address) {
		this.programme = programme;
		this.centres = centres;
		this.ngos = ngos;
		this.agreements = agreements;
		this.address = address;
	}

	/** The whole map. */
	public Feed map() {
		StringWriter out = new StringWriter();
		Instant youngest = null;
		try {
			XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
			xml.writeStartDocument("UTF-8", "1.0");
			xml.writeStartElement("urlset");
			xml.writeDefaultNamespace("http://www.sitemaps.org/schemas/sitemap/0.9");
			for (String path : fixed().toList()) {
				page(xml, path, null);
			}
			for (ProgrammeFeed.Page page : this.programme.pages(MOST_EVENTS)) {
				page(xml, page.address(), page.changedAt());
				youngest = (youngest == null || page.changedAt().isAfter(youngest)) ? page.changedAt() : youngest;
			}
			xml.writeEndDocument();
			xml.flush();
		}
		catch (XMLStreamException e) {
			throw new IllegalStateException(e);
		}
		return new Feed(out.toString(), TYPE, youngest);
	}

	private Stream<String> fixed() {
		Stream<String> places = this.centres.shown(MOST_CENTRES)
			.stream()
			.map(CentreName::slug)
			.map("/centres/"::concat);
		Stream<String> partners = this.ngos.slugs(MOST_PARTNERS).stream().map("/partners/"::concat);
		Stream<String> agreed = this.agreements.published(MOST_AGREEMENTS).stream().map((id) -> "/agreements/" + id);
		return Stream.of(Stream.of("/", "/events", "/centres", "/partners", "/agreements"), places, partners, agreed)
			.flatMap(Function.identity());
	}

	private void page(XMLStreamWriter xml, String path, Instant changedAt) throws XMLStreamException {
		xml.writeStartElement("url");
		xml.writeStartElement("loc");
		xml.writeCharacters(this.address.of(path));
		xml.writeEndElement();
		if (changedAt != null) {
			xml.writeStartElement("lastmod");
			xml.writeCharacters(changedAt.toString());
			xml.writeEndElement();
		}
		xml.writeEndElement();
	}

	/** What crawlers are asked to leave alone: work pages, settings, endless lists. */
	public Feed robots() {
		String text = """
				User-agent: *
				Disallow: /admin/
				Disallow: /desk
				Disallow: /me
				Disallow: /login
				Disallow: /password/
				Disallow: /invitations/
				Disallow: /preferences
				Disallow: /registrations
				Disallow: /tickets/
				Disallow: /my
				Disallow: /feedback/
				Disallow: /*?*after=
				Disallow: /*?*q=

				Sitemap: %s
				""".formatted(this.address.of("/sitemap.xml"));
		return new Feed(text, MimeType.valueOf("text/plain;charset=UTF-8"), null);
	}

}
