package ru.sosedi.partners.web;

import java.util.Locale;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.CoordinatorsOnly;
import ru.sosedi.partners.Parties;
import ru.sosedi.partners.Representation;
import ru.sosedi.partners.Representations;
import ru.sosedi.partners.RepresentativeDetails;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.StaleEditException;
import ru.sosedi.shared.web.Conflicts;
import ru.sosedi.shared.web.Refusals;

/** Who speaks for a partner: recorded from the paper. */
@Controller
@CoordinatorsOnly
@RequestMapping("/desk/partners/{id}/representatives")
class RepresentativeController {

	private static final String FORM = "partners/desk/representative";

	private final Representations representations;

	private final Parties parties;

	private final PartnerOptions options;

	private final Conflicts conflicts;

	RepresentativeController(Representations representations, Parties parties, PartnerOptions options,
			Conflicts conflicts) {
		this.representations = representations;
		this.parties = parties;
		this.options = options;
		this.conflicts = conflicts;
	}

	@GetMapping("/new")
	String blank(@PathVariable UUID id, Model model, Locale locale) {
		model.addAttribute("form", RepresentativeForm.empty());
		return page(id, model, locale);
	}

	@PostMapping
	String record(Actor actor, @PathVariable UUID id, @ModelAttribute("form") RepresentativeForm form,
			BindingResult errors, Model model, RedirectAttributes redirect, HttpServletResponse response,
			Locale locale) {
		this.parties.get(id);
		try {
			RepresentativeDetails details = form.toDetails(errors);
			if (details != null) {
				this.representations.record(actor, id, details);
				redirect.addFlashAttribute("flash", "partners.representative.saved");
				return "redirect:/desk/partners/" + id;
			}
		}
		catch (RefusedException refusal) {
			Refusals.into(errors, refusal);
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return page(id, model, locale);
	}

	@GetMapping("/{representativeId}")
	String edit(Actor actor, @PathVariable UUID id, @PathVariable UUID representativeId, Model model, Locale locale) {
		Representation stored = this.representations.forUpkeep(actor, id, representativeId);
		model.addAttribute("representation", stored);
		model.addAttribute("form", RepresentativeForm.of(stored));
		return page(id, model, locale);
	}

	@PostMapping("/{representativeId}")
	String change(Actor actor, @PathVariable UUID id, @PathVariable UUID representativeId,
			@ModelAttribute("form") RepresentativeForm form, BindingResult errors, Model model,
			RedirectAttributes redirect, HttpServletResponse response, Locale locale) {
		Representation stored = this.representations.forUpkeep(actor, id, representativeId);
		model.addAttribute("representation", stored);
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		try {
			RepresentativeDetails details = form.toDetails(errors);
			if (details != null) {
				this.representations.change(actor, id, representativeId, details,
						PartnerFields.version(form.version()));
				redirect.addFlashAttribute("flash", "partners.representative.saved");
				return "redirect:/desk/partners/" + id;
			}
		}
		catch (RefusedException refusal) {
			Refusals.into(errors, refusal);
		}
		catch (StaleEditException stale) {
			model.addAttribute("theirs",
					this.conflicts.between(form, RepresentativeForm.of(stored), "partners.representative.field.",
							Conflicts.choices(this.options.authorities(locale), this.options.accounts(id, locale)),
							locale));
			model.addAttribute("version", stored.version());
			response.setStatus(HttpStatus.CONFLICT.value());
		}
		return page(id, model, locale);
	}

	private String page(UUID id, Model model, Locale locale) {
		model.addAttribute("party", this.parties.get(id));
		model.addAttribute("authorities", this.options.authorities(locale));
		model.addAttribute("accounts", this.options.accounts(id, locale));
		return FORM;
	}

}
