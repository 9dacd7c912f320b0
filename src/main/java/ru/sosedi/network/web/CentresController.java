package ru.sosedi.network.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import ru.sosedi.network.CentreDirectory;
import ru.sosedi.network.CentreList;
import ru.sosedi.network.CentreProfile;
import ru.sosedi.network.CentreSection;
import ru.sosedi.network.Centres;
import ru.sosedi.shared.NotFoundException;

/** The centres for residents. */
@Controller
class CentresController {

	private final CentreDirectory directory;

	private final Centres centres;

	private final LibraryJsonLd jsonLd;

	private final List<CentreSection> sections;

	private final Clock clock;

	CentresController(CentreDirectory directory, Centres centres, LibraryJsonLd jsonLd, List<CentreSection> sections,
			Clock clock) {
		this.directory = directory;
		this.centres = centres;
		this.jsonLd = jsonLd;
		this.sections = sections;
		this.clock = clock;
	}

	@GetMapping("/centres")
	String list(@RequestParam(required = false) String q, @RequestParam(required = false) String district,
			@RequestParam(required = false) String kind, @RequestParam(required = false) String open,
			@RequestParam(required = false) String accessible, @RequestParam(required = false) String from,
			@RequestParam(required = false) String at, @RequestParam(required = false) String after, Model model) {
		CentresForm filters = new CentresForm(q, district, kind, open, accessible, from, at, after);
		CentreList list = this.directory.list(filters.toQuery());
		model.addAttribute("filters", filters);
		model.addAttribute("query", filters.toQuery());
		model.addAttribute("list", list);
		model.addAttribute("next", (list.next() == null) ? null : filters.with("after", list.next().toString()));
		model.addAttribute("districts", this.centres.districts());
		model.addAttribute("origin", (filters.slug() == null || filters.place() != null) ? null
				: this.directory.nameOf(filters.slug()).orElse(null));
		return "network/centres/list";
	}

	@GetMapping("/centres/{slug}")
	String show(@PathVariable String slug, Model model) {
		CentreProfile profile = this.directory.bySlug(slug).orElseThrow(() -> new NotFoundException("centre " + slug));
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), profile.hours().zone());
		model.addAttribute("profile", profile);
		model.addAttribute("centre", profile.card());
		model.addAttribute("today", today);
		model.addAttribute("week", CentreWeek.of(profile.hours(), today));
		model.addAttribute("jsonLd", this.jsonLd.of(profile, profile.hours().seasonOf(today).orElse(null)));
		model.addAttribute("sections", this.sections.stream().map(CentreSection::template).toList());
		this.sections.forEach((section) -> model.addAllAttributes(section.model(slug)));
		return "network/centres/show";
	}

}
