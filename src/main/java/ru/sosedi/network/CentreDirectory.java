package ru.sosedi.network;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The centres as residents see them: open and paused ones, planned ones when the network
 * shows them, closed ones never.
 */
@Service
@Transactional(readOnly = true)
public class CentreDirectory {

	/** How many centres a list shows at once. */
	public static final int PAGE = 50;

	/** How many centres are looked through for those that are open now. */
	private static final int LOOKED_THROUGH = 500;

	private static final String COLUMNS = """
			c.id, c.slug, c.name, c.kind, c.state, c.state_reason, c.planned_for, l.id library_id, l.number,
			l.name library_name, l.address, l.district, l.latitude, l.longitude,
			array(select b.badge from library_badge b where b.library_id = l.id order by b.badge) badges,
			array(select a.impairment from library_accessibility a
				where a.library_id = l.id and a.level in ('FULL', 'PARTIAL')) accessible_to""";

	private static final String LIST = """
			with origin as (
				select cast(:latitude as double precision) latitude, cast(:longitude as double precision) longitude
				where :latitude is not null
				union all
				select l.latitude, l.longitude from neighbourhood_centre c join library l on l.id = c.library_id
				where :latitude is null and c.slug = :from and c.state <> 'CLOSED' and l.latitude is not null
			), here as (
				select %s,
					-- least() passes over nulls, so an unknown place has to be told apart here
					case when o.latitude is not null and l.latitude is not null then
						2 * 6371.0088 * asin(least(1, sqrt(power(sin(radians(l.latitude - o.latitude) / 2), 2)
							+ cos(radians(o.latitude)) * cos(radians(l.latitude))
								* power(sin(radians(l.longitude - o.longitude) / 2), 2)))) end kilometres
				from neighbourhood_centre c
				join library l on l.id = c.library_id
				left join origin o on true
				where (c.state in ('OPEN', 'PAUSED') or (:planned and c.state = 'PLANNED'))
					and (cast(:district as text) is null or l.district = :district)
					and (cast(:kind as text) is null or c.kind = :kind)
					and (cast(:accessible as text) is null or exists (select from library_accessibility a
						where a.library_id = l.id and a.impairment = :accessible and a.level in ('FULL', 'PARTIAL')))
					and (cast(:text as text) is null or l.number::text = :text
						or concat_ws(' ', c.name, l.name, l.address) ilike '%%' || :pattern || '%%'
						or word_similarity(:text, concat_ws(' ', c.name, l.name, l.address)) > 0.6)
			)
			select * from here
			where cast(:after as uuid) is null or (coalesce(kilometres, 99999), name, id) >
				(select coalesce(h.kilometres, 99999), h.name, h.id from here h where h.id = :after)
			order by coalesce(kilometres, 99999), name, id
			limit :most
			""".formatted(COLUMNS);

	private static final String ONE = """
			select %s, c.opened_on, c.paused_on, coalesce(c.about, l.about) about, l.founded_year, l.phone, l.email, l.site,
				cast(null as double precision) kilometres,
				array(select s.name from library_service s where s.library_id = l.id order by s.position) services,
				array(select a.impairment || '|' || a.level || '|' || coalesce(a.note, '') from library_accessibility a
					where a.library_id = l.id) accessibility
			from neighbourhood_centre c
			join library l on l.id = c.library_id
			where c.slug = :slug and (c.state in ('OPEN', 'PAUSED') or (:planned and c.state = 'PLANNED'))
			"""
		.formatted(COLUMNS);

	private static final String ROOMS = """
			select r.name, r.kind, r.seats, r.area_m2, r.noise, r.step_free,
				array(select e.name from room_equipment e where e.room_id = r.id order by e.position) equipment
			from room r
			where r.library_id = ?
			order by r.seats desc nulls last, r.name
			limit 100
			""";

	private final JdbcClient jdbc;

	private final Centres centres;

	private final NetworkSettings settings;

	private final Clock clock;

	CentreDirectory(JdbcClient jdbc, Centres centres, NetworkSettings settings, Clock clock) {
		this.jdbc = jdbc;
		this.centres = centres;
		this.settings = settings;
		this.clock = clock;
	}

	/** At most {@link #PAGE} centres; two statements. */
	public CentreList list(CentreQuery query) {
		int most = query.openNow() ? LOOKED_THROUGH : PAGE;
		List<Row> rows = rows(query, most + 1);
		List<Row> looked = rows.subList(0, Math.min(most, rows.size()));
		Map<UUID, OpeningHours> hours = this.centres.hoursOf(looked.stream().map(Row::libraryId).toList());
		Instant now = this.clock.instant();
		List<CentreCard> cards = new ArrayList<>();
		for (Row row : looked) {
			CentreCard card = row.card().apply(openNow(row, hours.get(row.libraryId()), now));
			if (!query.openNow() || (card.state() == CentreState.OPEN && card.now().isOpen())) {
				if (cards.size() == PAGE) {
					return new CentreList(cards, cards.getLast().id());
				}
				cards.add(card);
			}
		}
		return new CentreList(cards, (rows.size() > most) ? looked.getLast().id() : null);
	}

	private static OpenNow openNow(Row row, OpeningHours hours, Instant now) {
		return (hours == null) ? OpenNow.of(new OpenState.Unknown()) : OpenNow.of(hours.at(now));
	}

	private List<Row> rows(CentreQuery query, int most) {
		String text = (query.text() == null || query.text().isBlank()) ? null : query.text().strip();
		return this.jdbc.sql(LIST)
			.param("latitude", (query.fromPlace() == null) ? null : query.fromPlace().latitude(), java.sql.Types.DOUBLE)
			.param("longitude", (query.fromPlace() == null) ? null : query.fromPlace().longitude(),
					java.sql.Types.DOUBLE)
			.param("from", query.fromSlug(), java.sql.Types.VARCHAR)
			.param("planned", this.settings.current().showsPlannedCentres())
			.param("district", blankAsNull(query.district()), java.sql.Types.VARCHAR)
			.param("kind", (query.kind() == null) ? null : query.kind().name(), java.sql.Types.VARCHAR)
			.param("accessible", (query.accessibleTo() == null) ? null : query.accessibleTo().name(),
					java.sql.Types.VARCHAR)
			.param("text", text, java.sql.Types.VARCHAR)
			.param("pattern", (text == null) ? "" : text.replaceAll("([\\\\%_])", "\\\\$1"))
			.param("after", query.after(), java.sql.Types.OTHER)
			.param("most", most)
			.query((row, _) -> row(row))
			.list();
	}

	private static String blankAsNull(String text) {
		return (text == null || text.isBlank()) ? null : text;
	}

	/** A centre as the database knows it; only the hours are missing. */
	private record Row(UUID id, UUID libraryId, Function<OpenNow, CentreCard> card) {
	}

	private static Row row(ResultSet row) throws SQLException {
		UUID id = row.getObject("id", UUID.class);
		String slug = row.getString("slug");
		String name = row.getString("name");
		CentreKind kind = CentreKind.valueOf(row.getString("kind"));
		CentreState state = CentreState.valueOf(row.getString("state"));
		String reason = row.getString("state_reason");
		LocalDate planned = row.getObject("planned_for", LocalDate.class);
		Integer number = row.getObject("number", Integer.class);
		String library = row.getString("library_name");
		String address = row.getString("address");
		String district = row.getString("district");
		Double latitude = row.getObject("latitude", Double.class);
		Coordinates place = (latitude == null) ? null : new Coordinates(latitude, row.getDouble("longitude"));
		List<Badge> badges = strings(row.getArray("badges")).stream().map(Badge::valueOf).toList();
		List<Impairment> accessible = strings(row.getArray("accessible_to")).stream()
			.map(Impairment::valueOf)
			.sorted()
			.toList();
		Double kilometres = row.getObject("kilometres", Double.class);
		return new Row(id, row.getObject("library_id", UUID.class), (now) -> new CentreCard(id, slug, name, kind, state,
				reason, planned, number, library, address, district, place, badges, accessible, kilometres, now));
	}

	private static List<String> strings(Array array) throws SQLException {
		return Arrays.asList((String[]) array.getArray());
	}

	/** What the centre of that address is called, unless it is closed. */
	public Optional<String> nameOf(String slug) {
		return this.jdbc.sql("select name from neighbourhood_centre where slug = ? and state <> 'CLOSED'")
			.param(slug)
			.query(String.class)
			.optional();
	}

	/** The centre of that address; three statements. */
	public Optional<CentreProfile> bySlug(String slug) {
		Network network = this.settings.current();
		return this.jdbc.sql(ONE)
			.param("slug", slug)
			.param("planned", network.showsPlannedCentres())
			.query((row, _) -> profile(row, network.showsRoomDetails()))
			.optional()
			.map(this::withHoursAndRooms);
	}

	private record Draft(Row row, CentreProfile profile) {
	}

	private static Draft profile(ResultSet row, boolean withRooms) throws SQLException {
		Row known = row(row);
		Map<Impairment, Accessibility> accessibility = new java.util.EnumMap<>(Impairment.class);
		for (String said : strings(row.getArray("accessibility"))) {
			String[] parts = said.split("\\|", 3);
			accessibility.put(Impairment.valueOf(parts[0]),
					new Accessibility(AccessibilityLevel.valueOf(parts[1]), parts[2]));
		}
		return new Draft(known,
				new CentreProfile(null, known.libraryId(), row.getObject("opened_on", LocalDate.class),
						row.getObject("paused_on", LocalDate.class), row.getString("about"),
						row.getObject("founded_year", Integer.class), row.getString("phone"), row.getString("email"),
						row.getString("site"), strings(row.getArray("services")), accessibility, null,
						withRooms ? List.of() : null));
	}

	private CentreProfile withHoursAndRooms(Draft draft) {
		CentreProfile profile = draft.profile();
		OpeningHours hours = this.centres.hoursOf(profile.libraryId());
		CentreCard card = draft.row().card().apply(openNow(draft.row(), hours, this.clock.instant()));
		return new CentreProfile(card, profile.libraryId(), profile.openedOn(), profile.pausedOn(), profile.about(),
				profile.foundedYear(), profile.phone(), profile.email(), profile.site(), profile.services(),
				profile.accessibility(), hours, (profile.rooms() == null) ? null : rooms(profile.libraryId()));
	}

	private List<CentreProfile.RoomCard> rooms(UUID libraryId) {
		return this.jdbc.sql(ROOMS)
			.param(libraryId)
			.query((row, _) -> new CentreProfile.RoomCard(row.getString("name"),
					RoomKind.valueOf(row.getString("kind")), row.getObject("seats", Integer.class),
					row.getBigDecimal("area_m2"), Noise.valueOf(row.getString("noise")) == Noise.QUIET,
					row.getBoolean("step_free"), strings(row.getArray("equipment"))))
			.list();
	}

}
