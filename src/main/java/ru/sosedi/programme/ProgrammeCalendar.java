package ru.sosedi.programme;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.shared.HomeZone;

/** The programme month by month. */
@Service
@Transactional(readOnly = true)
public class ProgrammeCalendar {

	private static final int SHOWN_OF_A_DAY = 4;

	private static final int MOST_OF_A_MONTH = 5000;

	private final JdbcClient jdbc;

	private final Clock clock;

	private final HomeZone homeZone;

	ProgrammeCalendar(JdbcClient jdbc, Clock clock, HomeZone homeZone) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.homeZone = homeZone;
	}

	private record Row(LocalDate day, int total, ProgrammeMonth.Entry entry) {

	}

	/**
	 * One statement; the days of the filter are replaced by the month's, past days
	 * included.
	 */
	public ProgrammeMonth month(ProgrammeFilter filter, YearMonth month) {
		ZoneId zone = this.homeZone.homeZone();
		ProgrammeConditions conditions = ProgrammeConditions
			.between(filter, month.atDay(1).atStartOfDay(zone).toInstant(),
					month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant())
			.parameter("most", MOST_OF_A_MONTH)
			.parameter("shown", SHOWN_OF_A_DAY);
		Map<LocalDate, List<Row>> rows = new TreeMap<>();
		conditions.bindTo(this.jdbc.sql(sql(conditions)))
			.query((row, number) -> row(row))
			.list()
			.forEach((row) -> rows.computeIfAbsent(row.day(), (day) -> new ArrayList<>()).add(row));
		return new ProgrammeMonth(month,
				month.atDay(1).datesUntil(month.plusMonths(1).atDay(1)).map((date) -> day(date, rows)).toList());
	}

	/** The month of the present day. */
	public YearMonth present() {
		return YearMonth.from(LocalDate.ofInstant(Instant.now(this.clock), this.homeZone.homeZone()));
	}

	private static ProgrammeMonth.Day day(LocalDate date, Map<LocalDate, List<Row>> rows) {
		List<Row> found = rows.getOrDefault(date, List.of());
		return new ProgrammeMonth.Day(date, found.stream().map(Row::entry).toList(),
				found.isEmpty() ? 0 : found.getFirst().total());
	}

	private static String sql(ProgrammeConditions conditions) {
		return """
				select o.day, o.total, o.starts_at, o.time_zone, e.id, e.slug, e.form, e.title,
				    o.state = 'CANCELLED' or e.state = 'CANCELLED' as cancelled,
				    exists (select from occurrence x where x.event_id = e.id and x.id <> o.id and x.listed) as repeated
				from (select o.*, row_number() over w as place, count(*) over (partition by day) as total
				    from (select o.id, o.event_id, o.starts_at, o.time_zone, o.state,
				              (o.starts_at at time zone o.time_zone)::date as day
				          from (%s) k join occurrence o on o.id = k.id) o
				    window w as (partition by day order by o.starts_at, o.id)) o
				join event e on e.id = o.event_id
				where o.place <= :shown
				order by o.starts_at, o.id
				""".formatted(conditions.keys());
	}

	private static Row row(ResultSet row) throws SQLException {
		ZoneId zone = ZoneId.of(row.getString("time_zone"));
		return new Row(row.getObject("day", LocalDate.class), row.getInt("total"),
				new ProgrammeMonth.Entry(row.getObject("id", UUID.class), row.getString("slug"),
						EventForm.valueOf(row.getString("form")), row.getString("title"),
						EventCards.moment(row, "starts_at", zone), row.getBoolean("cancelled"),
						row.getBoolean("repeated")));
	}

}
