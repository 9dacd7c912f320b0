package ru.sosedi.network;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.Role;

/** What other modules ask about centres and the libraries that they are at. */
@Service
@Transactional(readOnly = true)
public class Centres {

	private static final int MOST = 1000;

	private final NeighbourhoodCentreRepository centres;

	private final RoomService rooms;

	private final OpeningHoursReader hours;

	private final JdbcClient jdbc;

	Centres(NeighbourhoodCentreRepository centres, RoomService rooms, OpeningHoursReader hours, JdbcClient jdbc) {
		this.centres = centres;
		this.rooms = rooms;
		this.hours = hours;
		this.jdbc = jdbc;
	}

	/** The centre with its library; whatever its state. */
	public Optional<NeighbourhoodCentre> byId(UUID id) {
		return this.centres.findWithLibraryById(id);
	}

	/** The centre at that library, if there is one. */
	public Optional<NeighbourhoodCentre> ofLibrary(UUID libraryId) {
		return this.centres.findWithLibraryByLibraryId(libraryId);
	}

	/**
	 * The centres whose programme the actor may publish, by name, none of them closed: a
	 * librarian's own; all of them (at most 1,000) for administrators and methodologists.
	 */
	public List<CentreName> centresOf(Actor actor) {
		boolean all = actor.is(Role.ADMINISTRATOR) || actor.is(Role.METHODOLOGIST);
		UUID[] own = actor.is(Role.LIBRARIAN) ? actor.libraryIds().toArray(UUID[]::new) : new UUID[0];
		return this.jdbc.sql("""
				select c.id, c.library_id, c.name, c.slug, c.state, l.time_zone
				from neighbourhood_centre c
				join library l on l.id = c.library_id
				where c.state <> 'CLOSED' and (:all or c.library_id = any(:own))
				order by c.name, c.id
				limit :most
				""").param("all", all).param("own", own).param("most", MOST).query((row, _) -> name(row)).list();
	}

	/** The centre with that slug, when residents may know of it. */
	public Optional<CentreName> shown(String slug) {
		return shownWhere("and c.slug = :slug").param("slug", slug).query((row, _) -> name(row)).optional();
	}

	/** The centres that residents may know of, by name; at most so many. */
	public List<CentreName> shown(int most) {
		return shownWhere("order by c.name, c.id limit :most").param("most", most).query((row, _) -> name(row)).list();
	}

	private JdbcClient.StatementSpec shownWhere(String rest) {
		return this.jdbc.sql("""
				select c.id, c.library_id, c.name, c.slug, c.state, l.time_zone
				from neighbourhood_centre c
				join library l on l.id = c.library_id
				where (c.state in ('OPEN', 'PAUSED')
				    or c.state = 'PLANNED' and (select shows_planned_centres from network))
				""" + rest);
	}

	private static CentreName name(ResultSet row) throws SQLException {
		return new CentreName(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getString(3),
				row.getString(4), CentreState.valueOf(row.getString(5)), ZoneId.of(row.getString(6)));
	}

	/** The rooms of a library by name. */
	public List<Room> roomsOf(UUID libraryId) {
		return this.rooms.of(libraryId);
	}

	/** When the library is open; nothing known of a library that is not there. */
	public OpeningHours hoursOf(UUID libraryId) {
		OpeningHours known = this.hours.of(List.of(libraryId)).get(libraryId);
		return (known != null) ? known : new OpeningHours(ZoneId.of("UTC"), List.of(), null, List.of());
	}

	/** When each of the libraries is open, by library id, in one statement. */
	public Map<UUID, OpeningHours> hoursOf(Collection<UUID> libraryIds) {
		return this.hours.of(libraryIds);
	}

	/** The districts that libraries are in, in alphabetical order. */
	public List<String> districts() {
		return this.jdbc.sql("""
				select distinct district from library where district is not null order by district limit :most
				""").param("most", MOST).query(String.class).list();
	}

}
