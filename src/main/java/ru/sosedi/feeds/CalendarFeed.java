package ru.sosedi.feeds;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.util.MimeType;
import ru.sosedi.network.CentreName;
import ru.sosedi.network.Centres;
import ru.sosedi.network.NetworkSettings;
import ru.sosedi.programme.EventPartner;
import ru.sosedi.programme.EventTitle;
import ru.sosedi.programme.FeedEntry;
import ru.sosedi.programme.ProgrammeFeed;
import ru.sosedi.programme.ProgrammeFilter;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.PublicAddress;

/**
 * The programme as iCalendar (RFC 5545, RFC 7986): one VEVENT for each occurrence, in
 * UTC.
 */
@Service
public class CalendarFeed {

	private static final MimeType TYPE = MimeType.valueOf("text/calendar;charset=UTF-8");

	private static final Duration REFRESH = Duration.ofHours(4);

	private final ProgrammeFeed programme;

	private final Centres centres;

	private final NetworkSettings network;

	private final EventTitle titles;

	private final PublicAddress address;

	private final MessageSource messages;

	CalendarFeed(ProgrammeFeed programme, Centres centres, NetworkSettings network, EventTitle titles,
			PublicAddress address, MessageSource messages) {
		this.programme = programme;
		this.centres = centres;
		this.network = network;
		this.titles = titles;
		this.address = address;
		this.messages = messages;
	}

	/** The calendar of a list: of exactly these events, as they come and go. */
	public Feed ofList(ProgrammeFilter filter, Locale locale) {
		return calendar(text("feeds.calendar.programme", locale, this.network.current().name()),
				this.programme.calendar(filter), locale);
	}

	/**
	 * @throws NotFoundException when residents know no centre by that name
	 */
	public Feed ofCentre(String slug, Locale locale) {
		CentreName centre = this.centres.shown(slug).orElseThrow(() -> new NotFoundException("centre " + slug));
		return calendar(centre.name(), this.programme.calendar(ProgrammeFilter.ofCentre(slug)), locale);
	}

	/**
	 * Every date of one event.
	 * @throws NotFoundException when residents may not see the event
	 */
	public Feed ofEvent(UUID eventId, Locale locale) {
		List<FeedEntry> entries = this.programme.ofEvent(eventId);
		if (entries.isEmpty()) {
			throw new NotFoundException("event " + eventId);
		}
		return calendar(title(entries.getFirst(), locale), entries, locale);
	}

	/**
	 * These dates, for the attachment of a letter; calendars know them for the same as
	 * those of the other feeds.
	 * @throws NotFoundException when residents may see none of them
	 */
	public Feed ofOccurrences(Collection<UUID> ids, Locale locale) {
		List<FeedEntry> entries = this.programme.ofOccurrences(ids);
		if (entries.isEmpty()) {
			throw new NotFoundException("occurrences " + ids);
		}
		return calendar(title(entries.getFirst(), locale), entries, locale);
	}

	private Feed calendar(String name, List<FeedEntry> entries, Locale locale) {
		ICalendarText text = new ICalendarText().keyword("BEGIN", "VCALENDAR")
			.keyword("VERSION", "2.0")
			.keyword("PRODID", "-//Sosedi//Programme//" + locale.getLanguage().toUpperCase(Locale.ROOT))
			.keyword("CALSCALE", "GREGORIAN")
			.keyword("METHOD", "PUBLISH")
			.text("NAME", name)
			.text("X-WR-CALNAME", name)
			.keyword("REFRESH-INTERVAL;VALUE=DURATION", REFRESH.toString())
			.keyword("X-PUBLISHED-TTL", REFRESH.toString());
		entries.forEach((entry) -> event(text, entry, locale));
		text.keyword("END", "VCALENDAR");
		return new Feed(text.toString(), TYPE, youngest(entries));
	}

	private void event(ICalendarText text, FeedEntry entry, Locale locale) {
		boolean cancelled = entry.cancellation() != null;
		text.keyword("BEGIN", "VEVENT")
			.keyword("UID", entry.occurrenceId() + "@sosedi")
			.instant("DTSTAMP", entry.changedAt())
			.instant("LAST-MODIFIED", entry.changedAt())
			.instant("CREATED", entry.publishedAt())
			.keyword("SEQUENCE", String.valueOf(entry.sequence()))
			.keyword("STATUS", cancelled ? "CANCELLED" : "CONFIRMED")
			.instant("DTSTART", entry.startsAt().toInstant())
			.instant("DTEND", entry.endsAt().toInstant())
			.text("SUMMARY",
					cancelled ? text("feeds.calendar.cancelled", locale, title(entry, locale)) : title(entry, locale))
			.text("DESCRIPTION", description(entry, locale))
			.text("LOCATION", location(entry));
		if (entry.latitude() != null && entry.place() == null) {
			text.keyword("GEO", entry.latitude() + ";" + entry.longitude());
		}
		text.keyword("URL", page(entry, locale))
			.keyword("CATEGORIES",
					entry.themes()
						.stream()
						.map((theme) -> ICalendarText.escaped(text(theme.messageKey(), locale)))
						.collect(Collectors.joining(",")))
			.keyword("END", "VEVENT");
	}

	private String title(FeedEntry entry, Locale locale) {
		return this.titles.of(entry.form(), entry.title(), locale) + " " + entry.age().sign();
	}

	private String description(FeedEntry entry, Locale locale) {
		return Stream
			.of((entry.cancellation() != null) ? text("feeds.calendar.cancelled", locale, entry.cancellation()) : null,
					entry.summary(),
					entry.partners().stream().map(EventPartner::name).collect(Collectors.joining(", ")),
					page(entry, locale))
			.filter((line) -> line != null && !line.isBlank())
			.collect(Collectors.joining("\n"));
	}

	private static String location(FeedEntry entry) {
		return (entry.place() != null) ? entry.place()
				: Stream.of(entry.centre(), entry.room(), entry.address())
					.filter(Objects::nonNull)
					.collect(Collectors.joining(", "));
	}

	private String page(FeedEntry entry, Locale locale) {
		return PageLink.of(this.address, entry.pageAddress(), locale);
	}

	private String text(String key, Locale locale, Object... arguments) {
		return this.messages.getMessage(key, arguments, locale);
	}

	static Instant youngest(List<FeedEntry> entries) {
		return entries.stream().map(FeedEntry::changedAt).max(Instant::compareTo).orElse(null);
	}

}
