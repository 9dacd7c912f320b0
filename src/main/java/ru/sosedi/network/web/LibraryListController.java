package ru.sosedi.network.web;

import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.AdministratorOnly;
import ru.sosedi.accounts.Role;
import ru.sosedi.network.Centres;
import ru.sosedi.network.Libraries;
import ru.sosedi.network.KeptLibrary;
import ru.sosedi.network.LibraryKeepersOnly;

/** How the network stands, and its libraries. */
@Controller
class LibraryListController {

	private static final int PORTION = 50;

	private final Libraries libraries;

	private final Centres centres;

	LibraryListController(Libraries libraries, Centres centres) {
		this.libraries = libraries;
		this.centres = centres;
	}

	@AdministratorOnly
	@GetMapping("/admin/network")
	String overview(Model model) {
		model.addAttribute("standing", this.libraries.standing());
		return "network/admin/overview";
	}

	/**
	 * An {@code after} that makes no sense begins the list anew.
	 */
	@LibraryKeepersOnly
	@GetMapping("/admin/network/libraries")
	String list(Actor actor, @RequestParam(defaultValue = "") String q,
			@RequestParam(defaultValue = "") String district, @RequestParam(required = false) String after,
			@RequestParam(defaultValue = "") String afterName, Model model) {
		List<KeptLibrary> rows = this.libraries.keptBy(actor, q, known(district), position(after, afterName),
				PORTION + 1);
		boolean more = rows.size() > PORTION;
		List<KeptLibrary> shown = more ? rows.subList(0, PORTION) : rows;
		model.addAttribute("libraries", shown);
		model.addAttribute("q", q);
		model.addAttribute("district", district);
		model.addAttribute("districts", this.centres.districts());
		model.addAttribute("administrator", actor.is(Role.ADMINISTRATOR));
		model.addAttribute("more", more ? next(q, district, shown.getLast()) : null);
		return "network/library/list";
	}

	private static String known(String district) {
		String clean = district.replaceAll("\\p{Cntrl}", "").strip();
		return clean.isEmpty() ? null : clean;
	}

	private static Libraries.After position(String after, String name) {
		try {
			return (after == null) ? null
					: new Libraries.After(name.replaceAll("\\p{Cntrl}", ""), UUID.fromString(after));
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	private static String next(String q, String district, KeptLibrary last) {
		return UriComponentsBuilder.fromPath("/admin/network/libraries")
			.queryParam("q", "{q}")
			.queryParam("district", "{district}")
			.queryParam("after", "{after}")
			.queryParam("afterName", "{name}")
			.encode()
			.buildAndExpand(q, district, last.id(), last.name())
			.toUriString();
	}

}
