package ru.sosedi.programme;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.shared.NotFoundException;

/** Public pages of events. What was never published does not exist here. */
@Service
@Transactional(readOnly = true)
public class EventPages {

	private static final int MOST_DATES = 400;

	private final JdbcClient jdbc;

	private final Clock clock;

	EventPages(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Two statements.
	 * @throws NotFoundException for a draft and for an id that is nobody's
	 */
	public EventPage page(UUID id) {
		List<EventPage.Date> dates = dates(id);
		return this.jdbc.sql("""
				select e.*, t.description_html, c.slug as centre_slug, c.name as centre, l.name as library, l.address,
				    l.district, l.phone, l.email, l.latitude, l.longitude, l.time_zone,
				    array(select a.audience from event_audience a where a.event_id = e.id) as audiences,
				    array(select h.theme from event_theme h where h.event_id = e.id) as themes,
				    """ + EventPartner.COLUMN + """
				    array(select distinct array[a.id::text, a.number] from event_cover v
				        join agreement a on a.id = v.agreement_id
				        where v.event_id = e.id and a.published_at is not null order by 1) as agreements,
				    array(select x.impairment || ':' || x.level from library_accessibility x
				        where x.library_id = l.id order by 1) as accessibility,
				    array(select x.size || ':' || x.width || ':' || x.height from picture_rendition x
				        where x.picture_id = e.picture_id order by x.width) as renditions
				from event e
				join event_text t on t.event_id = e.id
				join neighbourhood_centre c on c.id = e.centre_id
				join library l on l.id = c.library_id
				where e.id = :id and e.state in ('PUBLISHED', 'CANCELLED') and e.published_at is not null
				""")
			.param("id", id)
			.query((row, number) -> page(row, dates))
			.optional()
			.orElseThrow(() -> new NotFoundException("event " + id));
	}

	private List<EventPage.Date> dates(UUID id) {
		Instant now = this.clock.instant();
		return this.jdbc.sql("""
				select o.*, r.name as room, coalesce(r.step_free, false) as step_free
				from occurrence o left join room r on r.id = o.room_id
				where o.event_id = :id and o.listed
				order by o.starts_at limit :most
				""").param("id", id).param("most", MOST_DATES).query((row, number) -> date(row, now)).list();
	}

	private static EventPage.Date date(ResultSet row, Instant now) throws SQLException {
		ZoneId zone = ZoneId.of(row.getString("time_zone"));
		var startsAt = EventCards.moment(row, "starts_at", zone);
		var endsAt = EventCards.moment(row, "ends_at", zone);
		return new EventPage.Date(row.getObject("id", UUID.class), startsAt, endsAt, row.getString("room"),
				row.getBoolean("step_free"), row.getString("place"), row.getObject("capacity", Integer.class),
				row.getString("state").equals("CANCELLED") ? row.getString("cancellation_reason") : null,
				EventCards.phase(now, startsAt, endsAt));
	}

	private static EventPage page(ResultSet row, List<EventPage.Date> dates) throws SQLException {
		return new EventPage(row.getObject("id", UUID.class), row.getString("slug"),
				EventForm.valueOf(row.getString("form")), row.getString("title"), row.getString("summary"),
				row.getString("description_html"), AgeMark.ofYears(row.getInt("age_mark")).orElseThrow(),
				DeliveryMode.valueOf(row.getString("delivery_mode")), Admission.valueOf(row.getString("admission")),
				row.getString("language"), row.getString("contact"), row.getBoolean("accessible"),
				row.getString("accessibility_note"), row.getString("cancellation_reason"), instant(row, "published_at"),
				instant(row, "changed_at"), centre(row), constants(Audience.class, EventCards.texts(row, "audiences")),
				constants(Theme.class, EventCards.texts(row, "themes")), EventPartner.of(row), agreements(row),
				image(row), dates);
	}

	private static EventPage.Centre centre(ResultSet row) throws SQLException {
		return new EventPage.Centre(row.getString("centre_slug"), row.getString("centre"), row.getString("library"),
				row.getString("address"), row.getString("district"), row.getString("phone"), row.getString("email"),
				row.getObject("latitude", Double.class), row.getObject("longitude", Double.class),
				ZoneId.of(row.getString("time_zone")), EventCards.texts(row, "accessibility"));
	}

	private static List<EventPage.Agreement> agreements(ResultSet row) throws SQLException {
		Object[] agreements = (Object[]) row.getArray("agreements").getArray();
		return Arrays.stream(agreements)
			.map((agreement) -> (String[]) agreement)
			.map((values) -> new EventPage.Agreement(UUID.fromString(values[0]), values[1]))
			.toList();
	}

	private static EventPage.Image image(ResultSet row) throws SQLException {
		UUID id = row.getObject("picture_id", UUID.class);
		List<EventPage.Rendition> sizes = EventCards.texts(row, "renditions").stream().map((size) -> {
			String[] parts = size.split(":");
			return new EventPage.Rendition("/pictures/" + id + "/" + PictureSize.valueOf(parts[0]).word(),
					Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
		}).toList();
		return sizes.isEmpty() ? null : new EventPage.Image(id, row.getString("picture_alt"), sizes);
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	private static <E extends Enum<E>> Set<E> constants(Class<E> type, List<String> names) {
		Set<E> constants = EnumSet.noneOf(type);
		names.forEach((name) -> constants.add(Enum.valueOf(type, name)));
		return Collections.unmodifiableSet(constants);
	}

}
