package ru.sosedi.programme.web;

import java.util.UUID;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import ru.sosedi.programme.ProgrammeFilter;
import ru.sosedi.programme.ProgrammeListing;

/**
 * The next events of a partner as a piece of a page, for the partner's own page, which
 * stands below this module and takes it by its address.
 */
@Controller
class EventsOfPartnerController {

	private static final int MOST = 6;

	private final ProgrammeListing listing;

	EventsOfPartnerController(ProgrammeListing listing) {
		this.listing = listing;
	}

	@GetMapping("/events/of-partner/{ngoId}")
	String coming(@PathVariable UUID ngoId, Model model) {
		ProgrammeFilter filter = ProgrammeFilter.ofPartner(ngoId);
		model.addAttribute("page", this.listing.page(filter, null, null, MOST));
		model.addAttribute("zone", this.listing.zone());
		model.addAttribute("all", filter.address());
		return "programme/events/brief :: section";
	}

}
