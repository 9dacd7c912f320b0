package ru.sosedi.registrations.web;

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
import ru.sosedi.accounts.ProgrammeEditorsOnly;
import ru.sosedi.programme.Event;
import ru.sosedi.programme.EventService;
import ru.sosedi.programme.OccurrenceDirectory;
import ru.sosedi.programme.OccurrenceFacts;
import ru.sosedi.registrations.AdmissionPolicyService;
import ru.sosedi.registrations.AdmissionPolicyService.Stored;
import ru.sosedi.registrations.AdmissionTerms;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.StaleEditException;
import ru.sosedi.shared.web.Refusals;

/** On what terms people sign up: for an event, or for one of its dates alone. */
@Controller
@RequestMapping("/desk/registrations")
@ProgrammeEditorsOnly
class AdmissionTermsController {

	private final AdmissionPolicyService policies;

	private final EventService events;

	private final OccurrenceDirectory occurrences;

	private final AdmissionTermsPages pages;

	AdmissionTermsController(AdmissionPolicyService policies, EventService events, OccurrenceDirectory occurrences,
			AdmissionTermsPages pages) {
		this.policies = policies;
		this.events = events;
		this.occurrences = occurrences;
		this.pages = pages;
	}

	@GetMapping("/events/{id}/terms")
	String ofEvent(Actor actor, @PathVariable UUID id, Model model, Locale locale) {
		model.addAttribute("event", this.events.forChange(actor, id));
		Stored stored = this.policies.ofEvent(actor, id);
		return this.pages.page(model, AdmissionTermsFields.of(stored.terms(), stored.version()), null, locale);
	}

	@PostMapping("/events/{id}/terms")
	String change(Actor actor, @PathVariable UUID id, @ModelAttribute("form") AdmissionTermsFields form,
			BindingResult errors, Model model, Locale locale, HttpServletResponse response,
			RedirectAttributes redirect) {
		Event event = this.events.forChange(actor, id);
		model.addAttribute("event", event);
		AdmissionTermsFields shown = form;
		try {
			this.policies.change(actor, id, form.toTerms(null), form.editedVersion());
			redirect.addFlashAttribute("flash", "registrations.terms.saved");
			return "redirect:/desk/programme/events/" + id;
		}
		catch (RefusedException ex) {
			Refusals.into(errors, ex);
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		}
		catch (StaleEditException ex) {
			shown = stale(model, form, this.policies.ofEvent(actor, id), locale, response);
		}
		return this.pages.page(model, shown, errors, locale);
	}

	@GetMapping("/occurrences/{id}/terms")
	String ofDate(Actor actor, @PathVariable UUID id, Model model, Locale locale) {
		Stored stored = date(actor, id, model);
		return this.pages.page(model, AdmissionTermsFields.of(stored.terms(), stored.version()), null, locale);
	}

	@PostMapping("/occurrences/{id}/terms")
	String changeAlone(Actor actor, @PathVariable UUID id, @ModelAttribute("form") AdmissionTermsFields form,
			BindingResult errors, Model model, Locale locale, HttpServletResponse response,
			RedirectAttributes redirect) {
		Stored stored = date(actor, id, model);
		AdmissionTermsFields shown = form;
		try {
			AdmissionTerms terms = form.toTerms(stored.terms().booking());
			this.policies.changeAlone(actor, id, terms, form.editedVersion());
			redirect.addFlashAttribute("flash", "registrations.terms.saved-alone");
			return "redirect:/desk/registrations/occurrences/" + id;
		}
		catch (RefusedException ex) {
			Refusals.into(errors, ex);
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		}
		catch (StaleEditException ex) {
			shown = stale(model, form, stored, locale, response);
		}
		return this.pages.page(model, shown, errors, locale);
	}

	@PostMapping("/occurrences/{id}/terms/removal")
	String forgetAlone(Actor actor, @PathVariable UUID id, RedirectAttributes redirect) {
		this.policies.forgetAlone(actor, id);
		redirect.addFlashAttribute("flash", "registrations.terms.forgotten");
		return "redirect:/desk/registrations/occurrences/" + id;
	}

	/** The date's own terms; its event's, of no version, when it has none. */
	private Stored date(Actor actor, UUID id, Model model) {
		OccurrenceFacts date = this.occurrences.forStaff(actor, id);
		Stored own = this.policies.ofOccurrence(actor, id).orElse(null);
		model.addAttribute("date", date);
		model.addAttribute("alone", own != null);
		return (own != null) ? own : new Stored(this.policies.termsOf(date.eventId(), null), -1);
	}

	private AdmissionTermsFields stale(Model model, AdmissionTermsFields form, Stored stored, Locale locale,
			HttpServletResponse response) {
		response.setStatus(HttpStatus.CONFLICT.value());
		model.addAttribute("theirs",
				this.pages.differing(form, AdmissionTermsFields.of(stored.terms(), stored.version()), locale));
		return form.on(stored.version());
	}

}
