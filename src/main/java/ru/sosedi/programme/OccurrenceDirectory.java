package ru.sosedi.programme;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.Role;
import ru.sosedi.shared.NotFoundException;

/** The dates of events for the modules above: one statement each. */
@Service
@Transactional(readOnly = true)
public class OccurrenceDirectory {

	private static final String SELECT = """
			select o.id, e.id as event_id, e.slug, e.form, e.title, e.age_mark, e.admission, e.delivery_mode, o.starts_at,
				o.ends_at, o.time_zone, r.name as room, o.place, c.name as centre, c.slug as centre_slug, c.id as centre_id,
				l.id as library_id, l.address, l.phone, o.capacity, o.listed,
				array(select a.audience from event_audience a where a.event_id = e.id) as audiences,
				case when o.state = 'CANCELLED' then o.cancellation_reason
					when e.state = 'CANCELLED' then e.cancellation_reason end as cancellation
			from occurrence o
			join event e on e.id = o.event_id
			join neighbourhood_centre c on c.id = e.centre_id
			join library l on l.id = c.library_id
			left join room r on r.id = o.room_id
			""";

	private final JdbcClient jdbc;

	OccurrenceDirectory(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Drafts too: whoever asks on behalf of residents looks at {@code listed}. */
	public Optional<OccurrenceFacts> find(UUID id) {
		return find(List.of(id)).stream().findFirst();
	}

	/** In the order in which they begin. */
	public List<OccurrenceFacts> find(Collection<UUID> ids) {
		return this.jdbc.sql(SELECT + "where o.id = any(:ids) order by o.starts_at, o.id")
			.param("ids", ids.toArray(UUID[]::new))
			.query(OccurrenceDirectory::facts)
			.list();
	}

	/** All dates of an event, in the order in which they begin. */
	public List<OccurrenceFacts> ofEvent(UUID eventId) {
		return this.jdbc.sql(SELECT + "where e.id = :event order by o.starts_at, o.id limit :most")
			.param("event", eventId)
			.param("most", OccurrenceService.MOST_PER_EVENT)
			.query(OccurrenceDirectory::facts)
			.list();
	}

	/**
	 * A date of the actor's own libraries; of any library for an administrator.
	 * @throws NotFoundException when there is none
	 */
	public OccurrenceFacts forStaff(Actor actor, UUID id) {
		return forStaff(id, actor.is(Role.ADMINISTRATOR), StaffEvents.libraries(actor));
	}

	/** The same; a methodologist may look at all of them. */
	public OccurrenceFacts forReading(Actor actor, UUID id) {
		return forStaff(id, StaffEvents.seesAll(actor), StaffEvents.libraries(actor));
	}

	private OccurrenceFacts forStaff(UUID id, boolean everywhere, Collection<UUID> libraries) {
		return this.jdbc.sql(SELECT + "where o.id = :id and (:everywhere or l.id = any(:libraries))")
			.param("id", id)
			.param("everywhere", everywhere)
			.param("libraries", libraries.toArray(UUID[]::new))
			.query(OccurrenceDirectory::facts)
			.optional()
			.orElseThrow(() -> new NotFoundException("occurrence " + id));
	}

	private static OccurrenceFacts facts(ResultSet row, int number) throws SQLException {
		ZoneId zone = ZoneId.of(row.getString("time_zone"));
		Set<Audience> audiences = EnumSet.noneOf(Audience.class);
		EventCards.texts(row, "audiences").forEach((name) -> audiences.add(Audience.valueOf(name)));
		return new OccurrenceFacts(row.getObject("id", UUID.class), row.getObject("event_id", UUID.class),
				row.getString("slug"), EventForm.valueOf(row.getString("form")), row.getString("title"),
				AgeMark.ofYears(row.getInt("age_mark")).orElseThrow(), Admission.valueOf(row.getString("admission")),
				DeliveryMode.valueOf(row.getString("delivery_mode")), audiences,
				EventCards.moment(row, "starts_at", zone), EventCards.moment(row, "ends_at", zone),
				row.getString("room"), row.getString("place"), row.getString("centre"), row.getString("centre_slug"),
				row.getObject("centre_id", UUID.class), row.getObject("library_id", UUID.class),
				row.getString("address"), row.getString("phone"), row.getObject("capacity", Integer.class),
				row.getString("cancellation"), row.getBoolean("listed"));
	}

}
