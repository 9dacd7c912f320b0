package ru.sosedi.agreements.web;

import java.util.Map;
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
import ru.sosedi.accounts.AgreementStaffOnly;
import ru.sosedi.agreements.Agreement;
import ru.sosedi.agreements.AgreementTrail;
import ru.sosedi.agreements.Agreements;
import ru.sosedi.agreements.Drafts;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.StaleEditException;
import ru.sosedi.shared.web.Refusals;

/** Title, term and coverage of an agreement. */
@Controller
@AgreementStaffOnly
@RequestMapping("/desk/agreements/{id}/terms")
class TermsController {

	private final Drafts drafts;

	private final Agreements agreements;

	private final AgreementOptions options;

	private final AgreementTrail trail;

	TermsController(Drafts drafts, Agreements agreements, AgreementOptions options, AgreementTrail trail) {
		this.drafts = drafts;
		this.agreements = agreements;
		this.options = options;
		this.trail = trail;
	}

	@GetMapping
	String edit(Actor actor, @PathVariable UUID id, Model model) {
		model.addAttribute("form", TermsForm.of(this.agreements.forReading(actor, id)));
		return page(actor, id, model);
	}

	private String page(Actor actor, UUID id, Model model) {
		Agreement agreement = this.agreements.forReading(actor, id);
		model.addAttribute("agreement", agreement);
		model.addAttribute("refusal", this.drafts.whyNotWritten(actor, agreement, this.agreements.standing(id)));
		model.addAttribute("centres", this.options.centres());
		model.addAttribute("prolongations", this.options.prolongations());
		return "agreements/terms/form";
	}

	@PostMapping
	String change(Actor actor, @PathVariable UUID id, @ModelAttribute("form") TermsForm form, BindingResult errors,
			Model model, RedirectAttributes redirect, HttpServletResponse response) {
		HttpStatus status = HttpStatus.UNPROCESSABLE_CONTENT;
		try {
			this.trail.attempt(actor, id, "agreements.terms.changed", Map.of(), () -> {
				this.drafts.change(actor, id, form.title(), form.toTerms(), Typed.version(form.version()));
				return true;
			});
			redirect.addFlashAttribute("flash", "agreements.terms.done");
			return "redirect:/desk/agreements/" + id;
		}
		catch (RefusedException refusal) {
			Refusals.into(errors, refusal);
		}
		catch (StaleEditException stale) {
			TermsForm stored = TermsForm.of(this.agreements.forReading(actor, id));
			model.addAttribute("theirs", this.options.differing(form, stored));
			model.addAttribute("version", stored.version());
			status = HttpStatus.CONFLICT;
		}
		response.setStatus(status.value());
		return page(actor, id, model);
	}

}
