package ru.sosedi.programme;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.shared.HomeZone;

/**
 * What residents may see of the programme, as lists: what was published, the cancelled
 * included. Lists are in the order of their beginning and go on from a cursor; they know
 * no page numbers and no totals. Days begin and end in the network's zone.
 */
@Service
@Transactional(readOnly = true)
public class ProgrammeListing {

	/** Rows on one page of a list. */
	public static final int PAGE = 30;

	private final JdbcClient jdbc;

	private final Clock clock;

	private final HomeZone homeZone;

	private final ObjectProvider<SignUpNotices> notices;

	ProgrammeListing(JdbcClient jdbc, Clock clock, HomeZone homeZone, ObjectProvider<SignUpNotices> notices) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.homeZone = homeZone;
		this.notices = notices;
	}

	/**
	 * A centre that events can be looked for at.
	 *
	 * @param libraryId where it is
	 * @param district {@code null} when the library tells none
	 */
	public record Place(UUID libraryId, String slug, String name, String district) {

	}

	/** The present day of the network. */
	public LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), zone());
	}

	public ZoneId zone() {
		return this.homeZone.homeZone();
	}

	/**
	 * One page of a list. What is over is left out of today.
	 * @param after the end of the page before, or {@code null} for the first
	 * @param ownCentre the slug of the centre that the visitor calls "mine", or
	 * {@code null}
	 * @param size at most so many rows
	 */
	public ProgrammePage page(ProgrammeFilter filter, ProgrammeCursor after, String ownCentre, int size) {
		Instant now = this.clock.instant();
		ProgrammeConditions conditions = ProgrammeConditions.of(filter, now, zone()).after(after);
		List<EventCard> cards = cards(conditions, ownCentre, now, size + 1);
		if (cards.size() <= size) {
			return ProgrammePage.of(cards, null);
		}
		List<EventCard> shown = cards.subList(0, size);
		EventCard last = shown.getLast();
		return ProgrammePage.of(shown, new ProgrammeCursor(last.startsAt().toInstant(), last.occurrenceId()));
	}

	/** The next dates of a centre's other events: what to go to instead. */
	public List<EventCard> insteadOf(UUID eventId, String centreSlug, int most) {
		Instant now = this.clock.instant();
		ProgrammeConditions conditions = ProgrammeConditions.of(ProgrammeFilter.ofCentre(centreSlug), now, zone())
			.and("e.id <> :eventId and o.state = 'SCHEDULED' and e.state = 'PUBLISHED'", "eventId", eventId);
		return cards(conditions, null, now, most);
	}

	private List<EventCard> cards(ProgrammeConditions conditions, String ownCentre, Instant now, int most) {
		conditions.parameter("most", most).parameter("ownCentre", (ownCentre != null) ? ownCentre : "");
		return withNotices(
				conditions.bindTo(this.jdbc.sql(EventCards.sql(conditions))).query(new EventCards(now)).list());
	}

	/**
	 * One statement more, and only for lists in which somebody signs up for something.
	 */
	private List<EventCard> withNotices(List<EventCard> cards) {
		SignUpNotices known = this.notices.getIfAvailable();
		List<UUID> dates = cards.stream().filter(EventCard::asksForSignUp).map(EventCard::occurrenceId).toList();
		if (known == null || dates.isEmpty()) {
			return cards;
		}
		Map<UUID, SignUpNotice> found = known.of(dates);
		return cards.stream().map((card) -> card.with(found.get(card.occurrenceId()))).toList();
	}

	/** What these NGOs are called, as far as residents may know of them. */
	public Map<String, String> partners(Collection<String> ids) {
		if (ids.isEmpty()) {
			return Map.of();
		}
		Map<String, String> names = new HashMap<>();
		this.jdbc.sql("""
				select n.id, n.short_name from ngo n
				where n.id = any(:ids) and (n.state = 'LISTED' or exists (select from event_partner p
				    join event e on e.id = p.event_id and e.state <> 'DRAFT' where p.ngo_id = n.id))
				""").param("ids", ids.stream().map(UUID::fromString).toArray(UUID[]::new)).query((row) -> {
			names.put(row.getString("id"), row.getString("short_name"));
		});
		return names;
	}

	/**
	 * The centres that a list can be narrowed to, by name, those of {@code chosen} before
	 * the others when there are more than {@code most}.
	 */
	public List<Place> places(Collection<String> chosen, int most) {
		return this.jdbc.sql("""
				select library_id, slug, name, district from (
				    select c.library_id, c.slug, c.name, l.district from neighbourhood_centre c
				    join library l on l.id = c.library_id
				    where c.state in ('OPEN', 'PAUSED')
				    order by c.slug = any(:chosen) desc, c.name limit :most) shown
				order by name, slug
				""").param("chosen", chosen.toArray(String[]::new)).param("most", most).query(Place.class).list();
	}

}
