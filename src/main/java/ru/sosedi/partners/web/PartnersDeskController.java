package ru.sosedi.partners.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.Role;
import ru.sosedi.network.LibrarySystemService;
import ru.sosedi.partners.NgoState;
import ru.sosedi.partners.PartnerDesk;
import ru.sosedi.partners.PartnerKeepersOnly;
import ru.sosedi.partners.PartnerRow;

/** The partners at the desk: the list, and one of them. */
@Controller
@PartnerKeepersOnly
@RequestMapping("/desk/partners")
class PartnersDeskController {

	private final PartnerDesk desk;

	private final LibrarySystemService systems;

	private final PartnerOptions options;

	private final PartnerPages pages;

	PartnersDeskController(PartnerDesk desk, LibrarySystemService systems, PartnerOptions options, PartnerPages pages) {
		this.desk = desk;
		this.systems = systems;
		this.options = options;
		this.pages = pages;
	}

	@GetMapping
	String list(Actor actor, @RequestParam(required = false) String q, @RequestParam(required = false) String state,
			@RequestParam(required = false) String after, Locale locale, Model model) {
		NgoState known = PartnerFields.known(state, NgoState.class);
		List<PartnerRow> rows = this.desk.ngos(actor, q, known, PartnerFields.id(after));
		boolean more = rows.size() > PartnerDesk.PAGE;
		List<PartnerRow> page = more ? rows.subList(0, PartnerDesk.PAGE) : rows;
		boolean all = actor.is(Role.COORDINATOR) || actor.is(Role.ADMINISTRATOR);
		model.addAttribute("rows", page);
		model.addAttribute("more", more ? address(q, known, page.getLast().id()) : null);
		model.addAttribute("q", q);
		model.addAttribute("state", known);
		model.addAttribute("states", this.options.states(locale));
		model.addAttribute("ends", this.desk.ends(actor));
		model.addAttribute("all", all);
		model.addAttribute("systems", all ? this.systems.all() : List.of());
		return "partners/desk/list";
	}

	private static String address(String q, NgoState state, UUID after) {
		UriComponentsBuilder address = UriComponentsBuilder.fromPath("/desk/partners").queryParam("after", after);
		if (state != null) {
			address.queryParam("state", state);
		}
		if (q != null && !q.isBlank()) {
			return address.queryParam("q", "{q}").encode().buildAndExpand(q).toUriString();
		}
		return address.toUriString();
	}

	@GetMapping("/{id}")
	String show(Actor actor, @PathVariable UUID id, Model model) {
		return this.pages.show(actor, id, model);
	}

}
