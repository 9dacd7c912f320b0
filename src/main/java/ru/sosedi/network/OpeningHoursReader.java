package ru.sosedi.network;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads the opening hours of many libraries in one statement. */
@Component
class OpeningHoursReader {

	private static final String HOURS = """
			select l.id, l.time_zone, l.maintenance_weekday, l.maintenance_ordinal,
				(select json_agg(json_build_object('season', t.season, 'startsOn', t.starts_on, 'endsOn', t.ends_on))
					from timetable t where t.library_id = l.id) as seasons,
				(select json_agg(json_build_object('season', d.season, 'weekday', d.weekday, 'opens', d.opens,
						'closes', d.closes, 'lunchFrom', d.lunch_from, 'lunchTo', d.lunch_to))
					from timetable_day d where d.library_id = l.id) as days,
				(select json_agg(json_build_object('firstDay', c.first_day, 'lastDay', c.last_day, 'reason', c.reason)
						order by c.first_day, c.id)
					from closure c where c.library_id = l.id and c.last_day >= :since) as closures
			from library l
			where l.id = any(:ids)
			""";

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final Clock clock;

	OpeningHoursReader(JdbcClient jdbc, JsonMapper json, Clock clock) {
		this.jdbc = jdbc;
		this.json = json;
		this.clock = clock;
	}

	record Dates(Season season, String startsOn, String endsOn) {
	}

	record Day(Season season, int weekday, LocalTime opens, LocalTime closes, LocalTime lunchFrom, LocalTime lunchTo) {

		DayHours.Working hours() {
			return new TimetableDay(this.opens, this.closes, this.lunchFrom, this.lunchTo).hours();
		}

	}

	/**
	 * By library id. Closures of more than a month ago are left out: a calendar of the
	 * past month is the earliest that anybody looks at.
	 */
	Map<UUID, OpeningHours> of(Collection<UUID> libraryIds) {
		if (libraryIds.isEmpty()) {
			return Map.of();
		}
		Map<UUID, OpeningHours> hours = new HashMap<>();
		this.jdbc.sql(HOURS)
			.param("since", LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC).minusMonths(1).withDayOfMonth(1))
			.param("ids", libraryIds.toArray(UUID[]::new))
			.query((row) -> {
				hours.put(row.getObject("id", UUID.class), hours(row));
			});
		return hours;
	}

	private OpeningHours hours(ResultSet row) throws SQLException {
		Day[] days = read(row.getString("days"), Day[].class);
		List<SeasonHours> seasons = new ArrayList<>();
		for (Dates dates : read(row.getString("seasons"), Dates[].class)) {
			Map<DayOfWeek, DayHours.Working> week = new EnumMap<>(DayOfWeek.class);
			for (Day day : days) {
				if (day.season() == dates.season()) {
					week.put(DayOfWeek.of(day.weekday()), day.hours());
				}
			}
			seasons.add(new SeasonHours(dates.season(), MonthDay.parse(dates.startsOn()),
					MonthDay.parse(dates.endsOn()), week));
		}
		int weekday = row.getInt("maintenance_weekday");
		MaintenanceRule rule = (weekday == 0) ? null
				: new MaintenanceRule(DayOfWeek.of(weekday), row.getInt("maintenance_ordinal"));
		return new OpeningHours(ZoneId.of(row.getString("time_zone")), seasons, rule,
				List.of(read(row.getString("closures"), OpeningHours.Closing[].class)));
	}

	private <T> T[] read(String text, Class<T[]> type) {
		return this.json.readValue((text == null) ? "[]" : text, type);
	}

}
