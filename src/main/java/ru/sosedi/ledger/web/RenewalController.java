package ru.sosedi.ledger.web;

import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.AgreementStaffOnly;
import ru.sosedi.accounts.CoordinatorsOnly;
import ru.sosedi.agreements.Agreements;
import ru.sosedi.ledger.AgreementHealth;
import ru.sosedi.ledger.Renewals;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.RefusedException;

/** Agreements that run out, and their renewal in one click. */
@Controller
@RequestMapping("/desk/ledger/renewals")
class RenewalController {

	private final AgreementHealth health;

	private final Renewals renewals;

	private final Agreements agreements;

	RenewalController(AgreementHealth health, Renewals renewals, Agreements agreements) {
		this.health = health;
		this.renewals = renewals;
		this.agreements = agreements;
	}

	@GetMapping
	@AgreementStaffOnly
	String list(Actor actor, Model model) {
		model.addAttribute("marks", this.health.of(actor));
		model.addAttribute("keeps", this.agreements.keeps(actor));
		return "ledger/renewals";
	}

	@PostMapping
	@CoordinatorsOnly
	String prepare(Actor actor, @RequestParam(required = false) String agreement, Model model,
			HttpServletResponse response, RedirectAttributes redirect) {
		UUID id = FilterForm.id(agreement);
		if (id == null) {
			throw new NotFoundException("agreement " + agreement);
		}
		try {
			UUID draft = this.renewals.prepare(actor, id);
			redirect.addFlashAttribute("flash", "ledger.renewal.prepared");
			return "redirect:/desk/agreements/" + draft;
		}
		catch (RefusedException refusal) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			model.addAttribute("refusal", refusal);
			return list(actor, model);
		}
	}

}
