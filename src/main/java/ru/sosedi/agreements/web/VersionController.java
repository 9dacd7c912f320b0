package ru.sosedi.agreements.web;

import java.util.UUID;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.AgreementStaffOnly;
import ru.sosedi.agreements.Agreement;
import ru.sosedi.agreements.AgreementReading;
import ru.sosedi.agreements.Agreements;

/** The versions of a text, and what changed between any two of them. */
@Controller
@AgreementStaffOnly
@RequestMapping("/desk/agreements/{id}/versions")
class VersionController {

	private final Agreements agreements;

	private final AgreementReading reading;

	private final AgreementPages pages;

	VersionController(Agreements agreements, AgreementReading reading, AgreementPages pages) {
		this.agreements = agreements;
		this.reading = reading;
		this.pages = pages;
	}

	@GetMapping
	String list(Actor actor, @PathVariable UUID id, Model model) {
		Agreement agreement = this.agreements.forReading(actor, id);
		this.pages.head(actor, agreement, model);
		model.addAttribute("versions", this.reading.versions(actor, agreement));
		return "agreements/version/list";
	}

	@GetMapping("/{number}")
	String show(Actor actor, @PathVariable UUID id, @PathVariable int number, Model model) {
		Agreement agreement = this.agreements.forReading(actor, id);
		this.pages.head(actor, agreement, model);
		model.addAttribute("text", this.reading.version(actor, agreement, number));
		return "agreements/version/show";
	}

	@GetMapping("/comparison")
	String compare(Actor actor, @PathVariable UUID id, @RequestParam(required = false) Integer before,
			@RequestParam(required = false) Integer after, Model model) {
		Agreement agreement = this.agreements.forReading(actor, id);
		this.pages.head(actor, agreement, model);
		model.addAttribute("versions", this.reading.versions(actor, agreement));
		model.addAttribute("compared", this.reading.compare(actor, agreement, before, after));
		return "agreements/version/comparison";
	}

}
