package ru.sosedi.agreements.web;

import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import ru.sosedi.agreements.AgreementRegister;
import ru.sosedi.agreements.RegisterSection;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.TypedText;

/** The public register of agreements. */
@Controller
class RegisterController {

	private static final int LONGEST_WORDS = 100;

	private final AgreementRegister register;

	private final List<RegisterSection> sections;

	RegisterController(AgreementRegister register, List<RegisterSection> sections) {
		this.register = register;
		this.sections = sections;
	}

	@GetMapping("/agreements")
	String list(@RequestParam(required = false) String q, @RequestParam(required = false) String state,
			@RequestParam(required = false) String partner, @RequestParam(required = false) String after, Model model) {
		String words = TypedText.line(q);
		words = (words != null && words.length() > LONGEST_WORDS) ? words.substring(0, LONGEST_WORDS) : words;
		boolean all = "all".equals(state);
		List<AgreementRegister.Entry> entries = this.register.list(words, id(partner), !all, id(after));
		boolean more = entries.size() > AgreementRegister.PAGE;
		List<AgreementRegister.Entry> shown = more ? entries.subList(0, AgreementRegister.PAGE) : entries;
		model.addAttribute("entries", shown);
		model.addAttribute("q", words);
		model.addAttribute("all", all);
		model.addAttribute("partner", id(partner));
		model.addAttribute("next", more ? address(words, id(partner), all, shown.getLast().id()) : null);
		return "agreements/register/list";
	}

	@GetMapping("/agreements/{id}")
	String show(@PathVariable UUID id, Model model) {
		AgreementRegister.Entry entry = this.register.find(id)
			.orElseThrow(() -> new NotFoundException("agreement " + id));
		model.addAttribute("entry", entry);
		model.addAttribute("parent",
				(entry.parentId() == null) ? null : this.register.find(entry.parentId()).orElse(null));
		model.addAttribute("centres", this.register.centres(id));
		model.addAttribute("promises", this.register.promises(id));
		model.addAttribute("belonging", this.register.belongingTo(id));
		model.addAttribute("sections", this.sections.stream().map(RegisterSection::template).toList());
		this.sections.forEach((section) -> model.addAllAttributes(section.model(id)));
		return "agreements/register/show";
	}

	/** A partner's agreements in force, as a piece of the partner's page. */
	@GetMapping("/agreements/of-partner/{ngoId}")
	String ofPartner(@PathVariable UUID ngoId, Model model) {
		model.addAttribute("entries", this.register.inForceOf(ngoId));
		return "agreements/register/of-partner :: section";
	}

	private static String address(String words, UUID partner, boolean all, UUID after) {
		UriComponentsBuilder address = UriComponentsBuilder.fromPath("/agreements");
		if (words != null) {
			address.queryParam("q", "{q}");
		}
		if (partner != null) {
			address.queryParam("partner", partner);
		}
		if (all) {
			address.queryParam("state", "all");
		}
		address.queryParam("after", after);
		return (words != null) ? address.build(words).toString() : address.build().toUriString();
	}

	/** {@code null} for what is no id. */
	static UUID id(String text) {
		try {
			return (text == null) ? null : UUID.fromString(text);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}
