package ru.sosedi.network.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;
import ru.sosedi.network.CentreCard;
import ru.sosedi.network.CentreProfile;
import ru.sosedi.network.CentreState;
import ru.sosedi.network.SeasonHours;
import ru.sosedi.shared.PublicAddress;

/** A centre as schema.org describes a library. */
@Component
class LibraryJsonLd {

	private final PublicAddress address;

	LibraryJsonLd(PublicAddress address) {
		this.address = address;
	}

	Map<String, Object> of(CentreProfile profile, SeasonHours season) {
		CentreCard centre = profile.card();
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("@context", "https://schema.org");
		json.put("@type", "Library");
		json.put("@id", this.address.of("/centres/" + centre.slug()));
		json.put("url", this.address.of("/centres/" + centre.slug()));
		json.put("name", centre.name());
		json.put("alternateName", centre.libraryName());
		json.put("address", centre.address());
		put(json, "telephone", profile.phone());
		put(json, "email", profile.email());
		put(json, "sameAs", profile.site());
		put(json, "foundingDate", (profile.foundedYear() == null) ? null : profile.foundedYear().toString());
		if (centre.place() != null) {
			json.put("geo", Map.of("@type", "GeoCoordinates", "latitude", centre.place().latitude(), "longitude",
					centre.place().longitude()));
		}
		if (centre.state() == CentreState.OPEN && season != null) {
			json.put("openingHoursSpecification", hours(season));
		}
		json.put("isAccessibleForFree", true);
		return json;
	}

	private static List<Map<String, Object>> hours(SeasonHours season) {
		List<Map<String, Object>> days = new ArrayList<>();
		season.week().forEach((weekday, working) -> {
			Map<String, Object> day = new LinkedHashMap<>();
			String name = weekday.name().charAt(0) + weekday.name().substring(1).toLowerCase(java.util.Locale.ROOT);
			day.put("@type", "OpeningHoursSpecification");
			day.put("dayOfWeek", "https://schema.org/" + name);
			day.put("opens", working.opens().toString());
			day.put("closes", working.closes().toString());
			days.add(day);
		});
		return days;
	}

	private static void put(Map<String, Object> json, String name, String value) {
		if (value != null) {
			json.put(name, value);
		}
	}

}
