package ru.sosedi.partners.web;

import java.util.List;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.CoordinatorsOnly;
import ru.sosedi.partners.Ngo;
import ru.sosedi.partners.NgoDetails;
import ru.sosedi.partners.NgoService;
import ru.sosedi.partners.PartnerKeepersOnly;
import ru.sosedi.partners.SimilarNgosException;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.StaleEditException;
import ru.sosedi.shared.web.Conflicts;
import ru.sosedi.shared.web.Option;
import ru.sosedi.shared.web.Refusals;

/** The card of an NGO: a new one, and changes. */
@Controller
@RequestMapping("/desk/partners")
class NgoController {

	private static final String FORM = "partners/desk/card";

	private final NgoService ngos;

	private final PartnerOptions options;

	private final Conflicts conflicts;

	NgoController(NgoService ngos, PartnerOptions options, Conflicts conflicts) {
		this.ngos = ngos;
		this.options = options;
		this.conflicts = conflicts;
	}

	@GetMapping("/new")
	@CoordinatorsOnly
	String blank(@RequestParam(required = false) String name, Model model, Locale locale) {
		model.addAttribute("form", NgoForm.named(name, null));
		return page(model, locale);
	}

	@PostMapping
	@CoordinatorsOnly
	String create(Actor actor, @ModelAttribute("form") NgoForm form, BindingResult errors, Model model,
			RedirectAttributes redirect, HttpServletResponse response, Locale locale) {
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		try {
			NgoDetails details = form.toDetails(errors);
			if (details != null) {
				Ngo ngo = this.ngos.create(actor, details, form.isAnother());
				redirect.addFlashAttribute("flash", "partners.ngo.created");
				return "redirect:/desk/partners/" + ngo.id();
			}
		}
		catch (RefusedException refusal) {
			Refusals.into(errors, refusal);
		}
		catch (SimilarNgosException similar) {
			model.addAttribute("similar", similar.similar());
		}
		return page(model, locale);
	}

	@GetMapping("/{id}/card")
	@PartnerKeepersOnly
	String edit(Actor actor, @PathVariable UUID id, Model model, Locale locale) {
		Ngo ngo = this.ngos.forUpkeep(actor, id);
		model.addAttribute("ngo", ngo);
		model.addAttribute("form", NgoForm.of(ngo));
		return page(model, locale);
	}

	@PostMapping("/{id}/card")
	@PartnerKeepersOnly
	String change(Actor actor, @PathVariable UUID id, @ModelAttribute("form") NgoForm form, BindingResult errors,
			Model model, RedirectAttributes redirect, HttpServletResponse response, Locale locale) {
		Ngo ngo = this.ngos.forUpkeep(actor, id);
		model.addAttribute("ngo", ngo);
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		try {
			NgoDetails details = form.toDetails(errors);
			if (details != null) {
				this.ngos.change(actor, id, details, PartnerFields.version(form.version()), form.isAnother());
				redirect.addFlashAttribute("flash", "partners.ngo.saved");
				return "redirect:/desk/partners/" + id;
			}
		}
		catch (RefusedException refusal) {
			Refusals.into(errors, refusal);
		}
		catch (SimilarNgosException similar) {
			model.addAttribute("similar", similar.similar());
		}
		catch (StaleEditException stale) {
			NgoForm stored = NgoForm.of(ngo);
			model.addAttribute("theirs", theirs(form, stored, locale));
			model.addAttribute("version", stored.version());
			response.setStatus(HttpStatus.CONFLICT.value());
		}
		return page(model, locale);
	}

	private List<Option> theirs(NgoForm form, NgoForm stored, Locale locale) {
		return this.conflicts.between(form, stored, "partners.ngo.field.",
				Conflicts.choices(this.options.legalForms(locale), this.options.areas(locale)), locale);
	}

	private String page(Model model, Locale locale) {
		model.addAttribute("legalForms", this.options.legalForms(locale));
		model.addAttribute("areas", this.options.areas(locale));
		model.addAttribute("registerKinds", this.options.registers(locale));
		return FORM;
	}

}
