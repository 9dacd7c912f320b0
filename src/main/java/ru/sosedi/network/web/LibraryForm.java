package ru.sosedi.network.web;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.validation.constraints.NotBlank;
import org.springframework.validation.BindingResult;
import ru.sosedi.network.Accessibility;
import ru.sosedi.network.AccessibilityLevel;
import ru.sosedi.network.Badge;
import ru.sosedi.network.Coordinates;
import ru.sosedi.network.Impairment;
import ru.sosedi.network.Library;
import ru.sosedi.network.LibraryDetails;
import ru.sosedi.network.MaintenanceRule;
import ru.sosedi.network.SeasonHours;

/**
 * A library as it was typed; its hours have a form of their own.
 *
 * @param otherZone an IANA zone that the list of {@code timeZone} does not offer
 * @param services one a line
 */
record LibraryForm(@NotBlank(message = "{network.library.system.missing}") String systemId, String number,
		@NotBlank(message = "{network.library.name.missing}") String name,
		@NotBlank(message = "{network.library.address.missing}") String address, String district, String latitude,
		String longitude, String timeZone, String otherZone, String foundedYear, String phone, String email,
		String site, String about, List<String> badges, String services, String visionLevel, String visionNote,
		String hearingLevel, String hearingNote, String mobilityLevel, String mobilityNote, String mentalLevel,
		String mentalNote, Long version) {

	LibraryForm {
		badges = (badges == null) ? List.of() : badges;
	}

	static LibraryForm empty(String systemId, String timeZone) {
		return new LibraryForm(systemId, null, null, null, null, null, null, timeZone, null, null, null, null, null,
				null, null, null, null, null, null, null, null, null, null, null, null);
	}

	static LibraryForm of(Library library) {
		LibraryDetails it = library.details();
		return new LibraryForm(it.systemId().toString(), text(it.number()), it.name(), it.address(), it.district(),
				(it.place() == null) ? null : degrees(it.place().latitude()),
				(it.place() == null) ? null : degrees(it.place().longitude()), it.timeZone().getId(), null,
				text(it.foundedYear()), it.phone(), it.email(), it.site(), it.about(),
				it.badges().stream().map(Enum::name).toList(), String.join("\n", it.services()),
				level(it, Impairment.VISION), note(it, Impairment.VISION), level(it, Impairment.HEARING),
				note(it, Impairment.HEARING), level(it, Impairment.MOBILITY), note(it, Impairment.MOBILITY),
				level(it, Impairment.MENTAL), note(it, Impairment.MENTAL), library.version());
	}

	/**
	 * {@code null} when there are errors.
	 * @param seasons the hours, which this form leaves as they are
	 */
	LibraryDetails toDetails(BindingResult errors, List<SeasonHours> seasons, MaintenanceRule maintenance) {
		Typed typed = new Typed(errors);
		boolean other = !Typed.isEmpty(this.otherZone);
		var zone = typed.zone(other ? "otherZone" : "timeZone", other ? this.otherZone : this.timeZone,
				"network.admin.zone.unknown");
		var system = typed.id("systemId", this.systemId, "network.library.system.missing");
		var whole = typed.whole("number", this.number, "network.library.number.range");
		var year = typed.whole("foundedYear", this.foundedYear, "network.library.founded.range");
		Coordinates place = place(typed, errors);
		Map<Impairment, Accessibility> offers = accessibility(typed);
		if (errors.hasErrors()) {
			return null;
		}
		return new LibraryDetails(system, whole, this.name, this.address, this.district, place, zone, year, this.phone,
				this.email, this.site, this.about, badgesChosen(), Typed.lines(this.services), offers, seasons,
				maintenance);
	}

	private Coordinates place(Typed typed, BindingResult errors) {
		BigDecimal north = typed.decimal("latitude", this.latitude, "network.library.latitude.range");
		BigDecimal east = typed.decimal("longitude", this.longitude, "network.library.longitude.range");
		if (Typed.isEmpty(this.latitude) != Typed.isEmpty(this.longitude)) {
			errors.rejectValue(Typed.isEmpty(this.latitude) ? "latitude" : "longitude", "network.library.place.half");
		}
		return (errors.hasErrors() || north == null) ? null : new Coordinates(north.doubleValue(), east.doubleValue());
	}

	private Set<Badge> badgesChosen() {
		return this.badges.stream()
			.map((name) -> Typed.known(name, Badge.class))
			.filter(Objects::nonNull)
			.collect(Collectors.toSet());
	}

	private Map<Impairment, Accessibility> accessibility(Typed typed) {
		Map<Impairment, Accessibility> offers = new EnumMap<>(Impairment.class);
		offer(typed, offers, Impairment.VISION, "vision", this.visionLevel, this.visionNote);
		offer(typed, offers, Impairment.HEARING, "hearing", this.hearingLevel, this.hearingNote);
		offer(typed, offers, Impairment.MOBILITY, "mobility", this.mobilityLevel, this.mobilityNote);
		offer(typed, offers, Impairment.MENTAL, "mental", this.mentalLevel, this.mentalNote);
		return offers;
	}

	private static void offer(Typed typed, Map<Impairment, Accessibility> offers, Impairment impairment, String field,
			String level, String note) {
		AccessibilityLevel chosen = typed.choice(field + "Level", level, AccessibilityLevel.class,
				"network.access.level.missing");
		if (chosen != null) {
			offers.put(impairment, new Accessibility(chosen, note));
		}
		else if (!Typed.isEmpty(note)) {
			typed.refuse(field + "Level", "network.access.level.missing");
		}
	}

	private static String level(LibraryDetails details, Impairment impairment) {
		Accessibility offer = details.accessibility().get(impairment);
		return (offer == null) ? null : offer.level().name();
	}

	private static String note(LibraryDetails details, Impairment impairment) {
		Accessibility offer = details.accessibility().get(impairment);
		return (offer == null) ? null : offer.note();
	}

	private static String degrees(double value) {
		return BigDecimal.valueOf(value).toPlainString();
	}

	private static String text(Integer number) {
		return (number == null) ? null : number.toString();
	}

}
