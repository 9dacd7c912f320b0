package ru.sosedi.registrations;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.sosedi.documents.QrCode;
import ru.sosedi.feeds.CalendarFeed;
import ru.sosedi.notifications.Attachment;
import ru.sosedi.notifications.Letter;
import ru.sosedi.notifications.LetterTemplates;
import ru.sosedi.notifications.LetterWriter;
import ru.sosedi.notifications.UnwrittenLetter;
import ru.sosedi.programme.EventTitle;
import ru.sosedi.programme.OccurrenceDirectory;
import ru.sosedi.programme.OccurrenceFacts;
import ru.sosedi.programme.ProgrammeListing;
import ru.sosedi.shared.PublicAddress;

/**
 * Writes the letters about sign-ups when they are sent, so that a moved date or a
 * withdrawn consent is in them already. A letter that has become untrue is not written.
 */
@Component
class RegistrationLetters implements LetterWriter {

	private static final int MOST_NEWS = 3;

	private static final int MODULE_OF_THE_CODE = 6;

	private final RegistrationRepository registrations;

	private final OccurrenceDirectory occurrences;

	private final WaitingList waitingList;

	private final LetterTemplates templates;

	private final BookingLinks links;

	private final CalendarFeed calendar;

	private final ProgrammeListing listing;

	private final EventTitle titles;

	private final PublicAddress portal;

	private final JdbcClient jdbc;

	private final Clock clock;

	RegistrationLetters(RegistrationRepository registrations, OccurrenceDirectory occurrences, WaitingList waitingList,
			LetterTemplates templates, BookingLinks links, CalendarFeed calendar, ProgrammeListing listing,
			EventTitle titles, PublicAddress portal, JdbcClient jdbc, Clock clock) {
		this.registrations = registrations;
		this.occurrences = occurrences;
		this.waitingList = waitingList;
		this.templates = templates;
		this.links = links;
		this.calendar = calendar;
		this.listing = listing;
		this.titles = titles;
		this.portal = portal;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	public boolean writes(String kind) {
		return kind.startsWith("registrations.");
	}

	@Override
	public Optional<Letter> write(UnwrittenLetter letter) {
		String name = letter.kind().replace('.', '/');
		Registration one = this.registrations.findById(letter.about()).orElse(null);
		if (one == null || one.isErased()) {
			return Optional.empty();
		}
		OccurrenceFacts date = this.occurrences.find(one.occurrenceId()).orElseThrow();
		return isTrue(name, one, date) ? Optional.of(write(name, letter, one, date)) : Optional.empty();
	}

	/** Whether the letter still says how things are. */
	private boolean isTrue(String name, Registration one, OccurrenceFacts date) {
		Instant now = this.clock.instant();
		boolean toCome = !date.isCancelled() && !date.hasBegun(now);
		return switch (name) {
			case RegistrationMails.CONFIRM -> one.state() == RegistrationState.UNCONFIRMED && toCome;
			case RegistrationMails.REQUESTED -> one.state() == RegistrationState.REQUESTED;
			case RegistrationMails.CONFIRMED -> one.state() == RegistrationState.CONFIRMED && !date.isCancelled();
			case RegistrationMails.WAITING -> one.state() == RegistrationState.WAITING && toCome;
			case RegistrationMails.OFFER -> one.state() == RegistrationState.OFFERED && toCome;
			case RegistrationMails.CHANGED -> one.state().isLive() && toCome;
			case RegistrationMails.REMINDER -> one.state() == RegistrationState.CONFIRMED && toCome;
			case RegistrationMails.THANKS -> one.state() == RegistrationState.CONFIRMED && !date.isCancelled();
			default -> true;
		};
	}

	private Letter write(String name, UnwrittenLetter letter, Registration one, OccurrenceFacts date) {
		Locale language = letter.language();
		List<OccurrenceFacts> dates = name.equals(RegistrationMails.CONFIRM) || name.equals(RegistrationMails.CONFIRMED)
				|| name.equals(RegistrationMails.REQUESTED) ? datesOf(one) : List.of(date);
		ZoneId zone = date.startsAt().getZone();
		Map<String, Object> model = new HashMap<>();
		model.put("subjectArguments", new Object[] { this.titles.of(date.form(), date.title(), language) });
		model.put("dates", dates);
		model.put("seats", one.seats());
		model.put("until", (one.expiresAt() == null) ? null : one.expiresAt().atZone(zone));
		model.put("place", this.waitingList.placeOf(one));
		model.put("reason", one.reason());
		model.put("news", name.equals(RegistrationMails.THANKS) ? news(one, date) : List.of());
		if (name.equals(RegistrationMails.CHANGED)) {
			model.put("started", Instant.parse(letter.facts().get("startedAt")).atZone(zone));
			model.put("ended", Instant.parse(letter.facts().get("endedAt")).atZone(zone));
			model.put("where", letter.facts().get("where"));
		}
		model.putAll(linksOf(one, date, language));
		return this.templates.write(name, letter.recipient(), one.name(), language, model,
				name.equals(RegistrationMails.CONFIRMED) ? ticket(one, dates, language) : List.of());
	}

	private List<OccurrenceFacts> datesOf(Registration one) {
		return this.occurrences.find(this.registrations.findByBookingIdOrderByCreatedAtAscIdAsc(one.bookingId())
			.stream()
			.filter((other) -> other.state() == one.state())
			.map(Registration::occurrenceId)
			.toList());
	}

	private Map<String, Object> linksOf(Registration one, OccurrenceFacts date, Locale language) {
		String manage = this.links.token(BookingLinks.Purpose.MANAGE, one.bookingId());
		Map<String, Object> all = new HashMap<>();
		all.put("manage", link("/registrations/" + manage, language));
		all.put("confirm", link("/registrations/" + manage + "/confirmation", language));
		all.put("cancel", link("/registrations/" + manage + "/cancellation", language));
		all.put("my", link("/my/" + manage, language));
		all.put("ticket", link("/tickets/" + ticketOf(one.bookingId()), language));
		all.put("feedback", link("/feedback/" + this.links.token(BookingLinks.Purpose.FEEDBACK, one.id()), language));
		all.put("centre", link("/centres/" + date.centreSlug(), language));
		return all;
	}

	private String link(String path, Locale language) {
		return this.portal.of(path + "?lang=" + language.getLanguage());
	}

	private String ticketOf(UUID bookingId) {
		return this.links.token(BookingLinks.Purpose.TICKET, bookingId);
	}

	private List<Attachment> ticket(Registration one, List<OccurrenceFacts> dates, Locale language) {
		byte[] code = QrCode.of(this.portal.of("/tickets/" + ticketOf(one.bookingId()))).png(MODULE_OF_THE_CODE);
		byte[] entries = this.calendar.ofOccurrences(dates.stream().map(OccurrenceFacts::id).toList(), language)
			.text()
			.getBytes(StandardCharsets.UTF_8);
		return List.of(Attachment.inline("ticket", "ticket.png", "image/png", code),
				Attachment.file("event.ics", "text/calendar; charset=UTF-8; method=PUBLISH", entries));
	}

	/** Only for those who agreed to hear of it, and have not changed their mind. */
	private List<?> news(Registration one, OccurrenceFacts date) {
		boolean agreed = this.jdbc.sql("""
				select exists (select from consent where booking_id = ? and purpose = 'NEWS' and withdrawn_at is null)
				""").param(one.bookingId()).query(Boolean.class).single();
		return agreed ? this.listing.insteadOf(date.eventId(), date.centreSlug(), MOST_NEWS) : List.of();
	}

}
