package ru.sosedi.network;

import java.math.BigDecimal;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.springframework.stereotype.Component;

/** A library in the words of the import's format, and back. */
@Component
class ImportLibraryText {

	private static final Map<ImportColumn, Impairment> GROUPS = Map.of(ImportColumn.VISION, Impairment.VISION,
			ImportColumn.HEARING, Impairment.HEARING, ImportColumn.MOBILITY, Impairment.MOBILITY, ImportColumn.MENTAL,
			Impairment.MENTAL);

	private static final Map<ImportColumn, Season> SEASONS = Map.of(ImportColumn.HOURS, Season.ALL_YEAR,
			ImportColumn.WINTER_HOURS, Season.WINTER, ImportColumn.SUMMER_HOURS, Season.SUMMER);

	private static final int COORDINATE_DIGITS = 6;

	private final ImportCells cells;

	private final ImportTimetable timetable;

	ImportLibraryText(ImportCells cells, ImportTimetable timetable) {
		this.cells = cells;
		this.timetable = timetable;
	}

	/** Every value that is there. */
	Map<ImportColumn, String> of(LibraryDetails library) {
		Map<ImportColumn, String> text = new EnumMap<>(ImportColumn.class);
		put(text, ImportColumn.NUMBER, library.number());
		put(text, ImportColumn.NAME, library.name());
		put(text, ImportColumn.ADDRESS, library.address());
		put(text, ImportColumn.DISTRICT, library.district());
		if (library.place() != null) {
			put(text, ImportColumn.LATITUDE, degrees(library.place().latitude()));
			put(text, ImportColumn.LONGITUDE, degrees(library.place().longitude()));
		}
		put(text, ImportColumn.TIME_ZONE, library.timeZone().getId());
		put(text, ImportColumn.FOUNDED_YEAR, library.foundedYear());
		put(text, ImportColumn.PHONE, library.phone());
		put(text, ImportColumn.EMAIL, library.email());
		put(text, ImportColumn.SITE, library.site());
		put(text, ImportColumn.BADGES, text(library.badges()));
		put(text, ImportColumn.SERVICES, String.join("; ", library.services()));
		if (library.maintenance() != null) {
			put(text, ImportColumn.MAINTENANCE, this.cells.text(library.maintenance()));
		}
		GROUPS.forEach((column, group) -> {
			if (library.accessibility().containsKey(group)) {
				put(text, column, this.cells.text(library.accessibility().get(group)));
			}
		});
		hours(text, library.seasons());
		return text;
	}

	private void hours(Map<ImportColumn, String> text, List<SeasonHours> seasons) {
		for (SeasonHours hours : seasons) {
			SEASONS.forEach((column, season) -> {
				if (season == hours.season()) {
					put(text, column, this.timetable.render(hours.week()));
				}
			});
			if (hours.season() == Season.SUMMER) {
				put(text, ImportColumn.SUMMER_DATES, this.cells.text(hours.startsOn(), hours.endsOn()));
			}
		}
	}

	/** Badges are a set: written in the order of the enum. */
	String text(Set<Badge> badges) {
		return String.join("; ",
				Arrays.stream(Badge.values())
					.filter(badges::contains)
					.map((badge) -> this.cells.text(ImportCells.BADGE, badge))
					.toList());
	}

	static String degrees(double value) {
		BigDecimal rounded = BigDecimal.valueOf(value)
			.setScale(COORDINATE_DIGITS, java.math.RoundingMode.HALF_UP)
			.stripTrailingZeros();
		return ((rounded.scale() < 0) ? rounded.setScale(0) : rounded).toPlainString();
	}

	/**
	 * A library with the values that a row tells and, for the others, what is stored.
	 * @param stored {@code null} for a new one
	 * @throws ru.sosedi.shared.RefusedException when a rule of the domain is broken
	 */
	LibraryDetails merged(UUID systemId, LibraryDetails stored, Map<ImportColumn, String> told) {
		Map<ImportColumn, String> text = (stored == null) ? new EnumMap<>(ImportColumn.class) : of(stored);
		text.putAll(told);
		text.values().removeIf(String::isEmpty);
		String number = text.get(ImportColumn.NUMBER);
		String year = text.get(ImportColumn.FOUNDED_YEAR);
		String maintenance = text.get(ImportColumn.MAINTENANCE);
		Map<Impairment, Accessibility> accessibility = new EnumMap<>(Impairment.class);
		GROUPS.forEach((column, group) -> {
			if (text.containsKey(column)) {
				accessibility.put(group, this.cells.accessibility(text.get(column)));
			}
		});
		return new LibraryDetails(systemId, (number == null) ? null : Integer.valueOf(number),
				text.get(ImportColumn.NAME), text.get(ImportColumn.ADDRESS), text.get(ImportColumn.DISTRICT),
				place(text, stored), ZoneId.of(text.get(ImportColumn.TIME_ZONE)),
				(year == null) ? null : Integer.valueOf(year), text.get(ImportColumn.PHONE),
				text.get(ImportColumn.EMAIL), text.get(ImportColumn.SITE), (stored == null) ? null : stored.about(),
				badges(text), services(text, stored, told), accessibility,
				tellsHours(told) ? seasons(text) : (stored == null) ? List.of() : stored.seasons(),
				(maintenance == null) ? null : this.cells.maintenance(maintenance));
	}

	/** What the row does not tell keeps its digits. */
	private static Coordinates place(Map<ImportColumn, String> text, LibraryDetails stored) {
		String latitude = text.get(ImportColumn.LATITUDE);
		String longitude = text.get(ImportColumn.LONGITUDE);
		if (latitude == null || longitude == null) {
			return null;
		}
		Coordinates kept = (stored == null) ? null : stored.place();
		boolean same = kept != null && degrees(kept.latitude()).equals(latitude)
				&& degrees(kept.longitude()).equals(longitude);
		return same ? kept : new Coordinates(Double.parseDouble(latitude), Double.parseDouble(longitude));
	}

	private static List<String> services(Map<ImportColumn, String> text, LibraryDetails stored,
			Map<ImportColumn, String> told) {
		boolean kept = stored != null && !told.containsKey(ImportColumn.SERVICES);
		return kept ? stored.services() : parts(text.get(ImportColumn.SERVICES));
	}

	private Set<Badge> badges(Map<ImportColumn, String> text) {
		Set<Badge> badges = new HashSet<>();
		parts(text.get(ImportColumn.BADGES))
			.forEach((badge) -> badges.add(this.cells.choice(badge, ImportCells.BADGE, Badge.values())));
		return badges;
	}

	private static boolean tellsHours(Map<ImportColumn, String> told) {
		return SEASONS.keySet().stream().anyMatch(told::containsKey);
	}

	private List<SeasonHours> seasons(Map<ImportColumn, String> text) {
		List<SeasonHours> seasons = new ArrayList<>();
		if (text.containsKey(ImportColumn.HOURS)) {
			seasons.add(SeasonHours.allYear(this.timetable.parse(text.get(ImportColumn.HOURS))));
		}
		if (text.containsKey(ImportColumn.SUMMER_HOURS)) {
			MonthDay[] summer = this.cells.daysOfYear(text.get(ImportColumn.SUMMER_DATES));
			seasons.add(new SeasonHours(Season.SUMMER, summer[0], summer[1],
					this.timetable.parse(text.get(ImportColumn.SUMMER_HOURS))));
			seasons.add(new SeasonHours(Season.WINTER, next(summer[1], 1), next(summer[0], -1),
					this.timetable.parse(text.get(ImportColumn.WINTER_HOURS))));
		}
		return seasons;
	}

	/** The day of the year before or after, in a common year. */
	private static MonthDay next(MonthDay day, int days) {
		return MonthDay.from(day.atYear(2001).plusDays(days));
	}

	static List<String> parts(String list) {
		return (list == null || list.isEmpty()) ? List.of() : List.of(list.split("; "));
	}

	private static void put(Map<ImportColumn, String> text, ImportColumn column, Object value) {
		if (value != null && !value.toString().isEmpty()) {
			text.put(column, value.toString());
		}
	}

}
