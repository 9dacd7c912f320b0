package ru.sosedi.programme;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.shared.HomeZone;

/**
 * The programme as machines take it: for calendars, news readers and search engines.
 * Lists are bounded.
 */
@Service
@Transactional(readOnly = true)
public class ProgrammeFeed {

	/** A calendar that a person looks at holds no more. */
	public static final int MOST_OF_A_CALENDAR = 1000;

	/** News are looked for among so many events published last. */
	private static final int CANDIDATES = 500;

	/** Calendars keep what is over for a while, or a client would make it vanish. */
	private static final Duration REMEMBERED = Duration.ofDays(31);

	private static final Duration FORESEEN = Duration.ofDays(550);

	private final JdbcClient jdbc;

	private final Clock clock;

	private final HomeZone homeZone;

	ProgrammeFeed(JdbcClient jdbc, Clock clock, HomeZone homeZone) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.homeZone = homeZone;
	}

	/** An address for search engines. */
	public record Page(String address, Instant changedAt) {

	}

	/**
	 * The occurrences of a list, the cancelled included, in order. A filter without days
	 * goes a month back as well.
	 */
	public List<FeedEntry> calendar(ProgrammeFilter filter) {
		Instant now = this.clock.instant();
		boolean anyDay = filter.equals(filter.onAnyDay());
		return entries(
				anyDay ? ProgrammeConditions.between(filter, now.minus(REMEMBERED), now.plus(FORESEEN))
						: ProgrammeConditions.of(filter, now, this.homeZone.homeZone()),
				MOST_OF_A_CALENDAR, "o.starts_at, o.id");
	}

	/**
	 * Every listed date of one event, past ones too; empty when residents may not see it.
	 */
	public List<FeedEntry> ofEvent(UUID eventId) {
		ProgrammeConditions conditions = ProgrammeConditions
			.between(ProgrammeFilter.ALL, Instant.EPOCH, this.clock.instant().plus(FORESEEN.multipliedBy(2)))
			.and("e.id = :eventId", "eventId", eventId);
		return entries(conditions, MOST_OF_A_CALENDAR, "o.starts_at, o.id");
	}

	/** These dates, as far as residents may see them. */
	public List<FeedEntry> ofOccurrences(Collection<UUID> ids) {
		ProgrammeConditions conditions = ProgrammeConditions
			.between(ProgrammeFilter.ALL, Instant.EPOCH, this.clock.instant().plus(FORESEEN.multipliedBy(2)))
			.and("o.id = any(:occurrenceIds)", "occurrenceIds", ids.toArray(UUID[]::new));
		return entries(conditions, MOST_OF_A_CALENDAR, "o.starts_at, o.id");
	}

	/** The events published last, each with its next date to come; the youngest first. */
	public List<FeedEntry> published(ProgrammeFilter filter, int most) {
		ProgrammeConditions conditions = ProgrammeConditions
			.between(filter, this.clock.instant(), this.clock.instant().plus(FORESEEN))
			.and("""
					o.id = (select n.id from occurrence n where n.event_id = e.id and n.listed and n.starts_at >= :from
					    order by n.starts_at, n.id limit 1) and e.id = any(array(
					    select p.id from event p where p.published_at is not null
					    order by p.published_at desc limit :candidates))""", "candidates", CANDIDATES);
		return entries(conditions, CANDIDATES, "e.published_at desc, e.id limit " + most);
	}

	/** Events that have dates to come, for a sitemap; at most so many, the next first. */
	public List<Page> pages(int most) {
		return this.jdbc
			.sql("""
					select '/events/' || e.id || '/' || e.slug as address, greatest(e.changed_at, max(o.changed_at)) as changed_at
					from (select event_id, changed_at, starts_at from occurrence
					      where listed and starts_at > :now order by starts_at, id limit :most * 4) o
					join event e on e.id = o.event_id
					group by e.id order by min(o.starts_at), e.id limit :most
					""")
			.param("now", ProgrammeConditions.at(this.clock.instant()))
			.param("most", most)
			.query(Page.class)
			.list();
	}

	private List<FeedEntry> entries(ProgrammeConditions conditions, int most, String order) {
		conditions.parameter("most", most);
		return conditions.bindTo(this.jdbc.sql("""
				select o.id as occurrence_id, e.id as event_id, e.slug, e.form, e.title, e.summary, t.description,
				    t.description_html, e.age_mark, o.starts_at, o.ends_at, o.time_zone, r.name as room, o.place,
				    c.name as centre, c.slug as centre_slug, l.address, l.latitude, l.longitude,
				    %s
				    array(select h.theme from event_theme h where h.event_id = e.id order by h.theme) as themes,
				    case when o.state = 'CANCELLED' then o.cancellation_reason
				         when e.state = 'CANCELLED' then e.cancellation_reason end as cancellation,
				    e.sequence + o.sequence as sequence, e.published_at,
				    greatest(e.changed_at, o.changed_at) as changed_at,
				    exists (select from occurrence x where x.event_id = e.id and x.id <> o.id and x.listed) as repeated
				from (%s) k
				join occurrence o on o.id = k.id
				join event e on e.id = o.event_id
				join event_text t on t.event_id = e.id
				join neighbourhood_centre c on c.id = e.centre_id
				join library l on l.id = c.library_id
				left join room r on r.id = o.room_id
				order by %s
				""".formatted(EventPartner.COLUMN, conditions.keys(), order)))
			.query((row, number) -> entry(row))
			.list();
	}

	private static FeedEntry entry(ResultSet row) throws SQLException {
		ZoneId zone = ZoneId.of(row.getString("time_zone"));
		return new FeedEntry(row.getObject("occurrence_id", UUID.class), row.getObject("event_id", UUID.class),
				row.getString("slug"), EventForm.valueOf(row.getString("form")), row.getString("title"),
				row.getString("summary"), row.getString("description"), row.getString("description_html"),
				AgeMark.ofYears(row.getInt("age_mark")).orElseThrow(), EventCards.moment(row, "starts_at", zone),
				EventCards.moment(row, "ends_at", zone), row.getString("room"), row.getString("place"),
				row.getString("centre"), row.getString("centre_slug"), row.getString("address"),
				row.getObject("latitude", Double.class), row.getObject("longitude", Double.class), EventPartner.of(row),
				EventCards.texts(row, "themes").stream().map(Theme::valueOf).toList(), row.getString("cancellation"),
				row.getInt("sequence"), instant(row, "published_at"), instant(row, "changed_at"),
				row.getBoolean("repeated"));
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

}
