package ru.sosedi.programme.web;

import java.util.Map;

import org.springframework.stereotype.Component;
import ru.sosedi.network.CentreSection;
import ru.sosedi.programme.ProgrammeFilter;
import ru.sosedi.programme.ProgrammeListing;

/** The next events of a centre, on the centre's own page. */
@Component
class EventsOfCentre implements CentreSection {

	private static final int MOST = 6;

	private final ProgrammeListing listing;

	EventsOfCentre(ProgrammeListing listing) {
		this.listing = listing;
	}

	@Override
	public String template() {
		return "programme/events/brief";
	}

	@Override
	public Map<String, Object> model(String slug) {
		ProgrammeFilter filter = ProgrammeFilter.ofCentre(slug);
		return Map.of("page", this.listing.page(filter, null, null, MOST), "zone", this.listing.zone(), "all",
				filter.address());
	}

}
