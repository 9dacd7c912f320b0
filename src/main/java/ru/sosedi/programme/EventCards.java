package ru.sosedi.programme;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.RowMapper;

/** The statement behind a public list, and its rows. */
final class EventCards implements RowMapper<EventCard> {

	private static final String COLUMNS = """
			o.id as occurrence_id, e.id as event_id, e.slug, e.form, e.title, e.summary, e.age_mark, e.delivery_mode,
			e.admission, e.contact, e.accessible, o.capacity, o.starts_at, o.ends_at, o.time_zone, r.name as room,
			o.place, c.name as centre, c.slug as centre_slug, l.district, c.slug = :ownCentre as own,
			array(select a.audience from event_audience a where a.event_id = e.id) as audiences,
			""" + EventPartner.COLUMN + """
			exists (select from occurrence x where x.event_id = e.id and x.id <> o.id and x.listed) as repeated,
			case when o.state = 'CANCELLED' then o.cancellation_reason
			     when e.state = 'CANCELLED' then e.cancellation_reason end as cancellation""";

	private static final String MARKS = "StartSel=\u0001,StopSel=\u0002";

	private final Instant now;

	EventCards(Instant now) {
		this.now = now;
	}

	/** Keys first and from narrow rows, then the rest of the few rows that are shown. */
	static String sql(ProgrammeConditions conditions) {
		SearchText search = conditions.search();
		return """
				select %s,
				    %s
				from (%s) k
				join occurrence o on o.id = k.id
				join event e on e.id = o.event_id
				join neighbourhood_centre c on c.id = e.centre_id
				join library l on l.id = c.library_id
				left join room r on r.id = o.room_id
				%s
				order by o.starts_at, o.id
				""".formatted(COLUMNS, (search != null) ? found(search.query()) : "e.title as found_title",
				conditions.keys(), (search != null) ? "join event_text t on t.event_id = e.id" : "");
	}

	private static String found(String query) {
		return """
				ts_headline('russian', e.title, %1$s, '%2$s,HighlightAll=true') as found_title,
				ts_headline('russian', e.summary, %1$s, '%2$s,HighlightAll=true') as found_summary,
				ts_headline('russian', t.description, %1$s, '%2$s,MaxWords=24,MinWords=12') as found_description"""
			.formatted(query, MARKS);
	}

	@Override
	public EventCard mapRow(ResultSet row, int number) throws SQLException {
		ZoneId zone = ZoneId.of(row.getString("time_zone"));
		ZonedDateTime startsAt = moment(row, "starts_at", zone);
		ZonedDateTime endsAt = moment(row, "ends_at", zone);
		boolean searched = row.getMetaData()
			.getColumnLabel(row.getMetaData().getColumnCount())
			.equals("found_description");
		return new EventCard(row.getObject("occurrence_id", UUID.class), row.getObject("event_id", UUID.class),
				row.getString("slug"), EventForm.valueOf(row.getString("form")), row.getString("title"),
				row.getString("summary"), AgeMark.ofYears(row.getInt("age_mark")).orElseThrow(),
				DeliveryMode.valueOf(row.getString("delivery_mode")), Admission.valueOf(row.getString("admission")),
				row.getString("contact"), row.getBoolean("accessible"), row.getObject("capacity", Integer.class),
				startsAt, endsAt, row.getString("room"), row.getString("place"), row.getString("centre"),
				row.getString("centre_slug"), row.getString("district"), audiences(row), EventPartner.of(row),
				row.getString("cancellation"), phase(this.now, startsAt, endsAt), row.getBoolean("repeated"),
				row.getBoolean("own"), FoundText.of(row.getString("found_title")), searched ? passage(row) : null,
				null);
	}

	/**
	 * The summary when a searched word stands in it, else the place in the description.
	 */
	private static FoundText passage(ResultSet row) throws SQLException {
		FoundText summary = FoundText.of(row.getString("found_summary"));
		if (summary.isMarked()) {
			return summary;
		}
		FoundText description = FoundText.of(row.getString("found_description").replaceAll("[*_#>`\\[\\]]+", ""));
		return description.isMarked() ? description : null;
	}

	static EventCard.Phase phase(Instant now, ZonedDateTime startsAt, ZonedDateTime endsAt) {
		if (now.isBefore(startsAt.toInstant())) {
			return EventCard.Phase.AHEAD;
		}
		return now.isBefore(endsAt.toInstant()) ? EventCard.Phase.RUNNING : EventCard.Phase.OVER;
	}

	static ZonedDateTime moment(ResultSet row, String column, ZoneId zone) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).atZoneSameInstant(zone);
	}

	/** In the order in which the enum declares them. */
	static List<Audience> audiences(ResultSet row) throws SQLException {
		return texts(row, "audiences").stream().map(Audience::valueOf).sorted().toList();
	}

	static List<String> texts(ResultSet row, String column) throws SQLException {
		Array array = row.getArray(column);
		return Arrays.asList((String[]) array.getArray());
	}

}
