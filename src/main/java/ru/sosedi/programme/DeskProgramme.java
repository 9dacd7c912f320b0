package ru.sosedi.programme;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.accounts.Actor;
import ru.sosedi.network.CentreState;
import ru.sosedi.network.Centres;
import ru.sosedi.network.DayHours;
import ru.sosedi.network.OpeningHours;

/**
 * What the staff sees of the programme: a librarian of her own libraries, methodologists
 * and administrators of all.
 */
@Service
@Transactional(readOnly = true)
public class DeskProgramme {

	private static final int MOST = 600;

	private static final int MOST_DRAFTS = 50;

	private static final String SELECT = """
			select o.id, e.id, e.form, e.title, e.age_mark, e.delivery_mode, e.admission, o.starts_at, o.ends_at,
				o.time_zone, r.name, o.place, o.capacity, e.state, o.cancellation_reason, c.id, c.name, c.library_id
			from occurrence o
			join event e on e.id = o.event_id
			join neighbourhood_centre c on c.id = e.centre_id
			left join room r on r.id = o.room_id
			""";

	private final JdbcClient jdbc;

	private final Centres centres;

	private final Clock clock;

	DeskProgramme(JdbcClient jdbc, Centres centres, Clock clock) {
		this.jdbc = jdbc;
		this.centres = centres;
		this.clock = clock;
	}

	/**
	 * What is on from today on, for so many days, drafts and cancelled dates included, by
	 * day; "today" is each library's own.
	 */
	public Map<LocalDate, List<DeskOccurrence>> agenda(Actor actor, int days) {
		Instant now = this.clock.instant();
		return byDay(
				occurrences(actor, null, now.minus(Duration.ofDays(2)), now.plus(Duration.ofDays(days + 1))).stream()
					.filter((occurrence) -> isWithin(occurrence, now, days))
					.toList());
	}

	private static boolean isWithin(DeskOccurrence occurrence, Instant now, int days) {
		LocalDate today = LocalDate.ofInstant(now, occurrence.startsAt().getZone());
		return !occurrence.day().isBefore(today) && occurrence.day().isBefore(today.plusDays(days));
	}

	/** A month of one centre, by day; empty for a centre that the actor may not see. */
	public Map<LocalDate, List<DeskOccurrence>> month(Actor actor, UUID centreId, YearMonth month) {
		Instant from = month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant().minus(Duration.ofDays(1));
		Instant to = month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant().plus(Duration.ofDays(1));
		return byDay(occurrences(actor, centreId, from, to).stream()
			.filter((occurrence) -> YearMonth.from(occurrence.day()).equals(month))
			.toList());
	}

	/** What residents can visit today across the network; at most 100, by hour. */
	public List<DeskOccurrence> todayInTheNetwork() {
		Instant now = this.clock.instant();
		return this.jdbc
			.sql(SELECT + "where o.listed and o.state = 'SCHEDULED' and o.starts_at > :from and o.starts_at < :to"
					+ " order by o.starts_at, o.id limit 300")
			.param("from", Timestamp.from(now.minus(Duration.ofDays(1))))
			.param("to", Timestamp.from(now.plus(Duration.ofDays(1))))
			.query(DeskProgramme::occurrence)
			.list()
			.stream()
			.filter((occurrence) -> isWithin(occurrence, now, 1))
			.limit(100)
			.toList();
	}

	private List<DeskOccurrence> occurrences(Actor actor, UUID centreId, Instant from, Instant to) {
		String centre = (centreId != null) ? " and c.id = :centre" : "";
		JdbcClient.StatementSpec query = this.jdbc
			.sql(SELECT + "where o.starts_at >= :from and o.starts_at < :to and (:all or c.library_id = any(:own))"
					+ centre + " order by o.starts_at, o.id limit " + MOST)
			.param("from", Timestamp.from(from))
			.param("to", Timestamp.from(to))
			.param("all", StaffEvents.seesAll(actor))
			.param("own", StaffEvents.libraries(actor).toArray(UUID[]::new));
		return ((centreId != null) ? query.param("centre", centreId) : query).query(DeskProgramme::occurrence).list();
	}

	private static DeskOccurrence occurrence(ResultSet row, int number) throws SQLException {
		ZoneId zone = ZoneId.of(row.getString(10));
		return new DeskOccurrence(row.getObject(1, UUID.class), row.getObject(2, UUID.class),
				EventForm.valueOf(row.getString(3)), row.getString(4), AgeMark.ofYears(row.getInt(5)).orElseThrow(),
				DeliveryMode.valueOf(row.getString(6)), Admission.valueOf(row.getString(7)),
				row.getTimestamp(8).toInstant().atZone(zone), row.getTimestamp(9).toInstant().atZone(zone),
				row.getString(11), row.getString(12), row.getObject(13, Integer.class),
				EventState.valueOf(row.getString(14)), row.getString(15), row.getObject(16, UUID.class),
				row.getString(17), row.getObject(18, UUID.class));
	}

	private static Map<LocalDate, List<DeskOccurrence>> byDay(List<DeskOccurrence> occurrences) {
		return occurrences.stream()
			.collect(Collectors.groupingBy(DeskOccurrence::day, TreeMap::new, Collectors.toList()));
	}

	/** The newest drafts, with what each still needs. */
	public List<DeskDraft> drafts(Actor actor) {
		return this.jdbc.sql("""
				select e.id, e.form, e.title, c.name, e.summary <> '',
					exists (select 1 from event_audience a where a.event_id = e.id),
					exists (select 1 from occurrence o
						where o.event_id = e.id and o.state = 'SCHEDULED' and o.starts_at > :now), c.state
				from event e join neighbourhood_centre c on c.id = e.centre_id
				where e.state = 'DRAFT' and (:all or c.library_id = any(:own))
				order by e.changed_at desc, e.id
				limit :most
				""")
			.param("now", Timestamp.from(this.clock.instant()))
			.param("all", StaffEvents.seesAll(actor))
			.param("own", StaffEvents.libraries(actor).toArray(UUID[]::new))
			.param("most", MOST_DRAFTS)
			.query((row, _) -> new DeskDraft(row.getObject(1, UUID.class), EventForm.valueOf(row.getString(2)),
					row.getString(3), row.getString(4),
					Publication.missing(row.getBoolean(5), row.getBoolean(6), row.getBoolean(7),
							CentreState.valueOf(row.getString(8)))))
			.list();
	}

	/** How much is on at each centre that the actor sees, the emptiest first. */
	public List<DeskCentre> centres(Actor actor) {
		return this.jdbc
			.sql("""
					select c.id, c.name,
						count(o.id) filter (where (o.starts_at at time zone o.time_zone)::date = n.today),
						count(o.id) filter (where (o.starts_at at time zone o.time_zone)::date >= n.today
							and (o.starts_at at time zone o.time_zone)::date < n.today + 7)
					from neighbourhood_centre c
					join library l on l.id = c.library_id
					cross join lateral (select (cast(:now as timestamptz) at time zone l.time_zone)::date as today) n
					left join event e on e.centre_id = c.id
					left join occurrence o on o.event_id = e.id and o.listed and o.state = 'SCHEDULED'
						and o.starts_at > cast(:now as timestamptz) - interval '1 day' and o.starts_at < cast(:now as timestamptz) + interval '9 days'
					where c.state = 'OPEN' and (:all or c.library_id = any(:own))
					group by c.id, c.name, n.today
					order by 4, 2, 1
					limit 1000
					""")
			.param("now", Timestamp.from(this.clock.instant()))
			.param("all", StaffEvents.seesAll(actor))
			.param("own", StaffEvents.libraries(actor).toArray(UUID[]::new))
			.query((row, _) -> new DeskCentre(row.getObject(1, UUID.class), row.getString(2), row.getInt(3),
					row.getInt(4)))
			.list();
	}

	/** Those that fall on a day on which their library is closed to readers. */
	public List<DeskOccurrence> onClosedDays(Map<LocalDate, List<DeskOccurrence>> agenda) {
		List<DeskOccurrence> inHouse = agenda.values()
			.stream()
			.flatMap(List::stream)
			.filter((occurrence) -> occurrence.mode() == DeliveryMode.IN_HOUSE && !occurrence.isCancelled())
			.toList();
		Map<UUID, OpeningHours> hours = this.centres
			.hoursOf(inHouse.stream().map(DeskOccurrence::libraryId).distinct().toList());
		return inHouse.stream()
			.filter((occurrence) -> isClosed(hours.get(occurrence.libraryId()), occurrence.day()))
			.toList();
	}

	private static boolean isClosed(OpeningHours hours, LocalDate day) {
		return hours != null && switch (hours.on(day)) {
			case DayHours.Closed _, DayHours.Maintenance _, DayHours.DayOff _ -> true;
			case DayHours.Working _, DayHours.Unknown _ -> false;
		};
	}

}
