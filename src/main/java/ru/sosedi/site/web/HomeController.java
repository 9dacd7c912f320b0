package ru.sosedi.site.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import ru.sosedi.network.Centres;
import ru.sosedi.network.OpeningHours;
import ru.sosedi.programme.ProgrammeFilter;
import ru.sosedi.programme.ProgrammeListing;
import ru.sosedi.programme.ProgrammeListing.Place;

/** The home page: what comes in the next seven days, and which centres are open now. */
@Controller
class HomeController {

	private static final int DAYS = 7;

	/** Of so many centres the open ones are looked for. */
	private static final int LOOKED_AT = 60;

	private static final int SHOWN = 8;

	private final ProgrammeListing listing;

	private final Centres centres;

	private final Clock clock;

	HomeController(ProgrammeListing listing, Centres centres, Clock clock) {
		this.listing = listing;
		this.centres = centres;
		this.clock = clock;
	}

	@GetMapping("/")
	String show(@CookieValue(name = "centre", required = false) String own, Model model) {
		LocalDate today = this.listing.today();
		ProgrammeFilter week = ProgrammeFilter.between(today, today.plusDays(DAYS - 1L));
		model.addAttribute("page", this.listing.page(week, null, own, ProgrammeListing.PAGE));
		model.addAttribute("zone", this.listing.zone());
		model.addAttribute("rest", ProgrammeFilter.ALL.with("from", today.plusDays(DAYS).toString()).address());
		model.addAttribute("week", week.address());
		model.addAttribute("open", open(own));
		return "site/home";
	}

	/** The visitor's own centre, then the open ones by name. */
	private List<OpenCentre> open(String own) {
		List<Place> places = this.listing.places((own != null) ? List.of(own) : List.of(), LOOKED_AT);
		Map<UUID, OpeningHours> hours = this.centres.hoursOf(places.stream().map(Place::libraryId).toList());
		Instant now = this.clock.instant();
		return places.stream()
			.map((place) -> state(place, hours.get(place.libraryId()), now))
			.filter(Objects::nonNull)
			.sorted(Comparator.comparing((OpenCentre centre) -> !centre.slug().equals(own))
				.thenComparing((centre) -> !centre.open()))
			.limit(SHOWN)
			.toList();
	}

	private static OpenCentre state(Place place, OpeningHours hours, Instant now) {
		if (hours == null) {
			return null;
		}
		return OpenCentre.of(place.slug(), place.name(), hours.at(now), LocalDate.ofInstant(now, hours.zone()));
	}

}
