package ru.sosedi.network;

import java.time.ZoneId;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import ru.sosedi.shared.RefusedException;

/**
 * Everything that can be edited of a library; two that are equal say the same. Number,
 * district, place, founding year, contacts, about and maintenance may be {@code null}.
 *
 * @param systemId the library system that owns it
 * @param seasons its timetables; empty when unknown
 */
public record LibraryDetails(UUID systemId, Integer number, String name, String address, String district,
		Coordinates place, ZoneId timeZone, Integer foundedYear, String phone, String email, String site, String about,
		Set<Badge> badges, List<String> services, Map<Impairment, Accessibility> accessibility,
		List<SeasonHours> seasons, MaintenanceRule maintenance) {

	private static final int MOST_SERVICES = 30;

	/**
	 * @throws RefusedException naming the field that cannot be so
	 */
	public LibraryDetails {
		require(systemId != null, "systemId", "network.library.system.missing");
		require(number == null || (number >= 1 && number <= 9999), "number", "network.library.number.range");
		name = Text.required(name, "name", 200, "network.library.name.missing");
		address = Text.required(address, "address", 300, "network.library.address.missing");
		district = Text.line(district, "district", 100);
		require(timeZone != null, "timeZone", "network.admin.zone.unknown");
		require(foundedYear == null || (foundedYear >= 1700 && foundedYear <= 2100), "foundedYear",
				"network.library.founded.range");
		phone = Contacts.phone(phone, "phone");
		email = Contacts.email(email, "email");
		site = Contacts.site(site, "site");
		about = Text.block(about, "about", 4000);
		badges = Collections.unmodifiableSet(new TreeSet<>(badges));
		services = Text.lines(services, "services", MOST_SERVICES, 150);
		Map<Impairment, Accessibility> ordered = new EnumMap<>(Impairment.class);
		ordered.putAll(accessibility);
		accessibility = Collections.unmodifiableMap(ordered);
		seasons = seasons.stream().sorted(Comparator.comparing(SeasonHours::season)).toList();
		requireOrder(seasons);
	}

	private static void requireOrder(List<SeasonHours> seasons) {
		for (int i = 0; i < seasons.size(); i++) {
			for (int j = 0; j < i; j++) {
				SeasonHours one = seasons.get(j);
				SeasonHours other = seasons.get(i);
				require(one.season() != other.season(), "seasons", "network.hours.season.twice");
				require(one.season() == Season.ALL_YEAR || !one.overlaps(other), "seasons",
						"network.hours.season.overlap");
			}
		}
	}

	private static void require(boolean met, String field, String key) {
		if (!met) {
			throw new RefusedException(field, key);
		}
	}

	/** The same library with other hours. */
	public LibraryDetails withHours(List<SeasonHours> hours, MaintenanceRule rule) {
		return new LibraryDetails(this.systemId, this.number, this.name, this.address, this.district, this.place,
				this.timeZone, this.foundedYear, this.phone, this.email, this.site, this.about, this.badges,
				this.services, this.accessibility, hours, rule);
	}

	/**
	 * This with what only an administrator decides (whose the library is, what it is
	 * called, where it stands) taken from the other.
	 */
	LibraryDetails withIdentityOf(LibraryDetails other) {
		return new LibraryDetails(other.systemId, other.number, other.name, other.address, other.district, other.place,
				other.timeZone, this.foundedYear, this.phone, this.email, this.site, this.about, other.badges,
				this.services, this.accessibility, this.seasons, this.maintenance);
	}

	/** The fields as text, by name: for the audit trail and for comparing. */
	public Map<String, String> fields() {
		Map<String, String> fields = new LinkedHashMap<>();
		fields.put("systemId", this.systemId.toString());
		fields.put("number", text(this.number));
		fields.put("name", this.name);
		fields.put("address", this.address);
		fields.put("district", this.district);
		fields.put("place", (this.place == null) ? null : this.place.latitude() + ", " + this.place.longitude());
		fields.put("timeZone", this.timeZone.getId());
		fields.put("foundedYear", text(this.foundedYear));
		fields.put("phone", this.phone);
		fields.put("email", this.email);
		fields.put("site", this.site);
		fields.put("about", this.about);
		fields.put("badges", this.badges.stream().map(Enum::name).collect(Collectors.joining(", ")));
		fields.put("services", String.join("; ", this.services));
		this.accessibility.forEach((impairment, offer) -> fields.put("accessibility." + impairment,
				offer.level() + ((offer.note() == null) ? "" : ": " + offer.note())));
		this.seasons.forEach((season) -> fields.put("hours." + season.season(), text(season)));
		fields.put("maintenance",
				(this.maintenance == null) ? null : this.maintenance.weekday() + " " + this.maintenance.ordinal());
		return fields;
	}

	private static String text(Object value) {
		return (value == null) ? null : value.toString();
	}

	private static String text(SeasonHours season) {
		Map<Integer, String> days = new TreeMap<>();
		season.week()
			.forEach((weekday, day) -> days.put(weekday.getValue(),
					weekday.getValue() + " " + day.opens() + "-" + day.closes()
							+ ((day.lunch() == null) ? "" : " (" + day.lunch().from() + "-" + day.lunch().to() + ")")));
		return season.startsOn() + ".." + season.endsOn() + ": " + String.join("; ", days.values());
	}

}
