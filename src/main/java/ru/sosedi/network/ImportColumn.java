package ru.sosedi.network;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A column of the import's format. Its header in both languages, its legend and its
 * example stand in the message bundles.
 */
public enum ImportColumn {

	NUMBER(ImportKind.LIBRARIES, Need.OPTIONAL), NAME(ImportKind.LIBRARIES, Need.OBLIGATORY),
	ADDRESS(ImportKind.LIBRARIES, Need.OBLIGATORY), DISTRICT(ImportKind.LIBRARIES, Need.OPTIONAL),
	LATITUDE(ImportKind.LIBRARIES, Need.OPTIONAL), LONGITUDE(ImportKind.LIBRARIES, Need.OPTIONAL),
	TIME_ZONE(ImportKind.LIBRARIES, Need.OBLIGATORY), FOUNDED_YEAR(ImportKind.LIBRARIES, Need.OPTIONAL),
	PHONE(ImportKind.LIBRARIES, Need.OPTIONAL), EMAIL(ImportKind.LIBRARIES, Need.OPTIONAL),
	SITE(ImportKind.LIBRARIES, Need.OPTIONAL), BADGES(ImportKind.LIBRARIES, Need.OPTIONAL),
	SERVICES(ImportKind.LIBRARIES, Need.OPTIONAL), HOURS(ImportKind.LIBRARIES, Need.OPTIONAL),
	WINTER_HOURS(ImportKind.LIBRARIES, Need.OPTIONAL), SUMMER_HOURS(ImportKind.LIBRARIES, Need.OPTIONAL),
	SUMMER_DATES(ImportKind.LIBRARIES, Need.OPTIONAL), LUNCH(ImportKind.LIBRARIES, Need.OPTIONAL),
	MAINTENANCE(ImportKind.LIBRARIES, Need.OPTIONAL), VISION(ImportKind.LIBRARIES, Need.OPTIONAL),
	HEARING(ImportKind.LIBRARIES, Need.OPTIONAL), MOBILITY(ImportKind.LIBRARIES, Need.OPTIONAL),
	MENTAL(ImportKind.LIBRARIES, Need.OPTIONAL), CENTRE(ImportKind.LIBRARIES, Need.OPTIONAL),
	CENTRE_DATE(ImportKind.LIBRARIES, Need.OPTIONAL), CENTRE_NAME(ImportKind.LIBRARIES, Need.OPTIONAL),
	CENTRE_KIND(ImportKind.LIBRARIES, Need.OPTIONAL),

	ROOM_LIBRARY(ImportKind.ROOMS, Need.OBLIGATORY), ROOM_NAME(ImportKind.ROOMS, Need.OBLIGATORY),
	ROOM_KIND(ImportKind.ROOMS, Need.OBLIGATORY), ROOM_SEATS(ImportKind.ROOMS, Need.OPTIONAL),
	ROOM_AREA(ImportKind.ROOMS, Need.OPTIONAL), ROOM_EQUIPMENT(ImportKind.ROOMS, Need.OPTIONAL),
	ROOM_NOISE(ImportKind.ROOMS, Need.OPTIONAL), ROOM_STEP_FREE(ImportKind.ROOMS, Need.OPTIONAL),
	ROOM_NEEDS_STAFF(ImportKind.ROOMS, Need.OPTIONAL);

	private enum Need {

		OBLIGATORY, OPTIONAL

	}

	private final ImportKind kind;

	private final Need need;

	ImportColumn(ImportKind kind, Need need) {
		this.kind = kind;
		this.need = need;
	}

	/** Whether a file without this column is refused. */
	public boolean isObligatory() {
		return this.need == Need.OBLIGATORY;
	}

	/**
	 * The key of its header; with {@code .legend} and {@code .example} behind, of those.
	 */
	public String messageKey() {
		return "network.import.column." + name().toLowerCase(Locale.ROOT);
	}

	/** The columns of a kind in the order of the template. */
	public static List<ImportColumn> of(ImportKind kind) {
		return Arrays.stream(values()).filter((column) -> column.kind == kind).toList();
	}

}
