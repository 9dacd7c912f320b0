package ru.sosedi.ledger.web;

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
import ru.sosedi.accounts.AgreementStaffOnly;
import ru.sosedi.ledger.FactEntries;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.web.Refusals;

/** One promise down to every single fact. */
@Controller
@AgreementStaffOnly
@RequestMapping("/desk/ledger/commitments/{id}")
class CommitmentController {

	private final CommitmentPages pages;

	private final FactEntries entries;

	CommitmentController(CommitmentPages pages, FactEntries entries) {
		this.pages = pages;
		this.entries = entries;
	}

	@GetMapping
	String show(Actor actor, @PathVariable UUID id, @RequestParam(required = false) String after, Model model,
			Locale language) {
		return this.pages.show(actor, id, FilterForm.id(after), model, language);
	}

	@PostMapping("/facts")
	String record(Actor actor, @PathVariable UUID id, @ModelAttribute("form") FactForm form, BindingResult errors,
			Model model, HttpServletResponse response, RedirectAttributes redirect, Locale language) {
		try {
			this.entries.record(actor, id, form.toDetails(), form.evidence());
			redirect.addFlashAttribute("flash", "ledger.fact.recorded");
			return "redirect:/desk/ledger/commitments/" + id;
		}
		catch (RefusedException refusal) {
			Refusals.into(errors, refusal);
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return this.pages.show(actor, id, null, model, language);
		}
	}

}
