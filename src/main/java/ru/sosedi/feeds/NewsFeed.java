package ru.sosedi.feeds;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.util.MimeType;
import ru.sosedi.network.NetworkSettings;
import ru.sosedi.programme.EventTitle;
import ru.sosedi.programme.FeedEntry;
import ru.sosedi.programme.ProgrammeFeed;
import ru.sosedi.programme.ProgrammeFilter;
import ru.sosedi.shared.PublicAddress;

/** What was published last, as Atom (RFC 4287). */
@Service
public class NewsFeed {

	private static final MimeType TYPE = MimeType.valueOf("application/atom+xml;charset=UTF-8");

	private static final int MOST = 50;

	private final ProgrammeFeed programme;

	private final NetworkSettings network;

	private final EventTitle titles;

	private final PublicAddress address;

	private final MessageSource messages;

	NewsFeed(ProgrammeFeed programme, NetworkSettings network, EventTitle titles, PublicAddress address,
			MessageSource messages) {
		this.programme = programme;
		this.network = network;
		this.titles = titles;
		this.address = address;
		this.messages = messages;
	}

	/** The last fifty events of a list; each is dated by its publication. */
	public Feed ofList(ProgrammeFilter filter, Locale locale) {
		List<FeedEntry> entries = this.programme.published(filter, MOST);
		Instant changed = CalendarFeed.youngest(entries);
		String query = filter.isEmpty() ? "" : "?" + filter.query();
		String self = PageLink.of(this.address, "/feeds/events.atom" + query, locale);
		AtomText atom = new AtomText().element("id", self)
			.element("title",
					this.messages.getMessage("feeds.calendar.programme", new Object[] { this.network.current().name() },
							locale))
			.instant("updated", (changed != null) ? changed : Instant.EPOCH)
			.author(this.network.current().name())
			.link("self", "application/atom+xml", self)
			.link("alternate", "text/html", PageLink.of(this.address, filter.address(), locale));
		entries.forEach((entry) -> entry(atom, entry, locale));
		return new Feed(atom.toString(), TYPE, changed);
	}

	private void entry(AtomText atom, FeedEntry entry, Locale locale) {
		String when = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
			.localizedBy(locale)
			.withZone(entry.startsAt().getZone())
			.format(entry.startsAt().toLocalDateTime());
		atom.open("entry")
			.element("id", "urn:uuid:" + entry.eventId())
			.element("title", this.titles.of(entry.form(), entry.title(), locale) + " " + entry.age().sign())
			.instant("published", entry.publishedAt())
			.instant("updated", entry.changedAt())
			.author(entry.centre())
			.link("alternate", "text/html", PageLink.of(this.address, entry.pageAddress(), locale))
			.element("summary", when + ". " + entry.centre() + ". " + entry.summary())
			.html("content", entry.descriptionHtml());
		entry.themes()
			.forEach((theme) -> atom.category(theme.name().toLowerCase(Locale.ROOT),
					this.messages.getMessage(theme.messageKey(), null, locale)));
		atom.close();
	}

}
