package ru.sosedi.network;

import java.time.DayOfWeek;
import java.time.MonthDay;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.springframework.stereotype.Component;
import ru.sosedi.documents.TableFile.Line;

/** Reads a row of the libraries' table. */
@Component
class ImportLibraryReader {

	private static final int MOST_SERVICES = 30;

	static final int LONGEST_NAME = 200;

	private static final int LONGEST_ADDRESS = 300;

	private static final int LONGEST_LINE = 100;

	private static final int LONGEST_SERVICE = 150;

	private static final int COORDINATE_DIGITS = 6;

	/** Summer as libraries keep it when the file does not say. */
	private static final MonthDay[] SUMMER = { MonthDay.of(6, 1), MonthDay.of(8, 31) };

	private static final int MOST_BADGES = 20;

	private final ImportCells cells;

	private final ImportTimetable timetable;

	private final ImportLibraryText text;

	ImportLibraryReader(ImportCells cells, ImportTimetable timetable, ImportLibraryText text) {
		this.cells = cells;
		this.text = text;
		this.timetable = timetable;
	}

	ImportReading read(ImportTable table, Line line) {
		ImportReading row = new ImportReading(table, line);
		row.optional(ImportColumn.NUMBER, (cell) -> String.valueOf(this.cells.whole(cell, 1, 9999)));
		row.required(ImportColumn.NAME, (cell) -> this.cells.line(cell, LONGEST_NAME));
		row.required(ImportColumn.ADDRESS, (cell) -> this.cells.line(cell, LONGEST_ADDRESS));
		row.optional(ImportColumn.DISTRICT, (cell) -> this.cells.line(cell, LONGEST_LINE));
		row.required(ImportColumn.TIME_ZONE, (cell) -> this.cells.zone(cell).getId());
		row.optional(ImportColumn.FOUNDED_YEAR, (cell) -> String.valueOf(this.cells.whole(cell, 1700, 2100)));
		row.optional(ImportColumn.PHONE, (cell) -> Contacts.phone(cell, null));
		row.optional(ImportColumn.EMAIL, (cell) -> Contacts.email(cell, null));
		row.optional(ImportColumn.SITE, (cell) -> Contacts.site(cell, null));
		row.optional(ImportColumn.BADGES, this::badges);
		row.optional(ImportColumn.SERVICES,
				(cell) -> String.join("; ", this.cells.list(cell, MOST_SERVICES, LONGEST_SERVICE)));
		row.optional(ImportColumn.MAINTENANCE, this::maintenance);
		for (ImportColumn group : List.of(ImportColumn.VISION, ImportColumn.HEARING, ImportColumn.MOBILITY,
				ImportColumn.MENTAL)) {
			row.optional(group, (cell) -> this.cells.text(this.cells.accessibility(cell)));
		}
		coordinates(row);
		hours(row);
		centre(row);
		return row;
	}

	private String badges(String cell) {
		Set<Badge> badges = new HashSet<>();
		this.cells.list(cell.replace(',', ';'), MOST_BADGES, LONGEST_LINE)
			.forEach((badge) -> badges.add(this.cells.choice(badge, ImportCells.BADGE, Badge.values())));
		return this.text.text(badges);
	}

	private String maintenance(String cell) {
		return this.cells.text(this.cells.maintenance(cell));
	}

	private void coordinates(ImportReading row) {
		Function<Integer, Function<String, String>> degrees = (
				most) -> (cell) -> this.cells.decimal(cell, -most, most, COORDINATE_DIGITS).toPlainString();
		row.optional(ImportColumn.LATITUDE, degrees.apply(90));
		row.optional(ImportColumn.LONGITUDE, degrees.apply(180));
		String latitude = row.values().get(ImportColumn.LATITUDE);
		String longitude = row.values().get(ImportColumn.LONGITUDE);
		boolean both = (latitude == null || latitude.isEmpty()) == (longitude == null || longitude.isEmpty());
		if (!both && row.tells(ImportColumn.LATITUDE) == row.tells(ImportColumn.LONGITUDE)) {
			// One of the two was refused for itself.
			return;
		}
		if (!both) {
			row.refuse(ImportProblem.of(ImportColumn.LONGITUDE, "coordinates"));
		}
	}

	/** The timetables are taken as a whole: a row that tells one of them tells all. */
	private void hours(ImportReading row) {
		List<ImportColumn> columns = List.of(ImportColumn.HOURS, ImportColumn.WINTER_HOURS, ImportColumn.SUMMER_HOURS);
		if (columns.stream().noneMatch(row::tells)) {
			for (ImportColumn lone : List.of(ImportColumn.LUNCH, ImportColumn.SUMMER_DATES)) {
				if (row.parsed(lone, (cell) -> cell) != null) {
					row.refuse(ImportProblem.of(lone, "hours.none"));
				}
			}
			return;
		}
		TimeRange lunch = row.parsed(ImportColumn.LUNCH, this.timetable::parseSpan);
		Map<ImportColumn, String> weeks = new EnumMap<>(ImportColumn.class);
		for (ImportColumn column : columns) {
			Map<DayOfWeek, DayHours.Working> week = row.parsed(column, (cell) -> withLunch(cell, lunch));
			weeks.put(column, (week == null) ? "" : this.timetable.render(week));
		}
		boolean winter = row.parsed(ImportColumn.WINTER_HOURS, (cell) -> cell) != null;
		boolean summer = row.parsed(ImportColumn.SUMMER_HOURS, (cell) -> cell) != null;
		boolean allYear = row.parsed(ImportColumn.HOURS, (cell) -> cell) != null;
		if (winter != summer || (allYear && winter)) {
			row.refuse(ImportProblem.of(winter ? ImportColumn.WINTER_HOURS : ImportColumn.SUMMER_HOURS,
					allYear ? "hours.both" : "hours.one-season"));
		}
		MonthDay[] days = row.parsed(ImportColumn.SUMMER_DATES, this.cells::daysOfYear);
		days = (days == null) ? SUMMER : days;
		row.values().putAll(weeks);
		row.values().put(ImportColumn.SUMMER_DATES, summer ? this.cells.text(days[0], days[1]) : "");
	}

	private Map<DayOfWeek, DayHours.Working> withLunch(String cell, TimeRange lunch) {
		Map<DayOfWeek, DayHours.Working> week = this.timetable.parse(cell);
		if (lunch != null) {
			boolean fits = false;
			for (Map.Entry<DayOfWeek, DayHours.Working> day : week.entrySet()) {
				DayHours.Working hours = day.getValue();
				boolean holds = ImportTimetable.holds(hours.opens(), hours.closes(), lunch);
				fits |= holds;
				if (holds && hours.lunch() == null) {
					day.setValue(new DayHours.Working(hours.opens(), hours.closes(), lunch));
				}
			}
			if (!fits) {
				throw new ImportUnclearException("hours.lunch", cell);
			}
		}
		return week;
	}

	private void centre(ImportReading row) {
		row.optional(ImportColumn.CENTRE, this::centreState);
		row.optional(ImportColumn.CENTRE_DATE, (cell) -> this.cells.text(this.cells.date(cell)));
		row.optional(ImportColumn.CENTRE_NAME, (cell) -> this.cells.line(cell, LONGEST_NAME));
		row.optional(ImportColumn.CENTRE_KIND, (cell) -> this.cells.text(ImportCells.CENTRE_KIND,
				this.cells.choice(cell, ImportCells.CENTRE_KIND, CentreKind.values())));
		List<ImportColumn> columns = List.of(ImportColumn.CENTRE, ImportColumn.CENTRE_DATE, ImportColumn.CENTRE_NAME,
				ImportColumn.CENTRE_KIND);
		// A centre is never removed by a file: a dash says as little as an empty cell.
		columns.forEach((column) -> row.values().remove(column, ""));
		if (!row.tells(ImportColumn.CENTRE)) {
			columns.stream()
				.filter(row.values()::containsKey)
				.findFirst()
				.ifPresent((column) -> row.refuse(ImportProblem.of(column, "centre.no-state")));
		}
	}

	private String centreState(String cell) {
		return this.cells.text(ImportCells.CENTRE, this.cells.choice(cell, ImportCells.CENTRE, CentreState.values()));
	}

}
