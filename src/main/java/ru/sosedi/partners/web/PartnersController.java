package ru.sosedi.partners.web;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import ru.sosedi.partners.AreaOfWork;
import ru.sosedi.partners.NgoCard;
import ru.sosedi.partners.PublicNgos;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.web.Option;

/** The NGOs for residents. */
@Controller
class PartnersController {

	private final PublicNgos ngos;

	private final MessageSource messages;

	PartnersController(PublicNgos ngos, MessageSource messages) {
		this.ngos = ngos;
		this.messages = messages;
	}

	@GetMapping("/partners")
	String list(@RequestParam(required = false) String q, @RequestParam(required = false) String area,
			@RequestParam(required = false) String territory, @RequestParam(required = false) String after,
			Locale locale, Model model) {
		PartnersForm filters = new PartnersForm(q, area, territory, after);
		List<NgoCard> found = this.ngos.list(filters.toQuery());
		boolean more = found.size() > PublicNgos.PAGE;
		List<NgoCard> page = more ? found.subList(0, PublicNgos.PAGE) : found;
		model.addAttribute("filters", filters);
		model.addAttribute("query", filters.toQuery());
		model.addAttribute("ngos", page);
		model.addAttribute("next", more ? filters.with("after", page.getLast().id().toString()) : null);
		model.addAttribute("areas", areas(locale));
		model.addAttribute("territories", this.ngos.territories());
		return "partners/public/list";
	}

	private List<Option> areas(Locale locale) {
		return Arrays.stream(AreaOfWork.values())
			.map((area) -> new Option(PartnersForm.word(area),
					this.messages.getMessage(area.messageKey(), null, locale)))
			.sorted(Comparator.comparing(Option::label))
			.toList();
	}

	@GetMapping("/partners/{slug}")
	String show(@PathVariable String slug, Model model) {
		model.addAttribute("ngo", this.ngos.bySlug(slug).orElseThrow(() -> new NotFoundException("NGO " + slug)));
		return "partners/public/show";
	}

}
