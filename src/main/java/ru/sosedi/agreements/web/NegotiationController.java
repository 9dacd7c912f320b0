package ru.sosedi.agreements.web;

import java.util.Map;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.AgreementStaffOnly;
import ru.sosedi.accounts.CoordinatorsOnly;
import ru.sosedi.agreements.AgreementTrail;
import ru.sosedi.agreements.Negotiation;
import ru.sosedi.shared.RefusedException;

/** Hands the text over, and takes the sides' consent to it. */
@Controller
@AgreementStaffOnly
@RequestMapping("/desk/agreements/{id}")
class NegotiationController {

	private final Negotiation negotiation;

	private final AgreementTrail trail;

	private final AgreementPages pages;

	NegotiationController(Negotiation negotiation, AgreementTrail trail, AgreementPages pages) {
		this.negotiation = negotiation;
		this.trail = trail;
		this.pages = pages;
	}

	@PostMapping("/versions/sent")
	@CoordinatorsOnly
	String send(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String party,
			@RequestParam(defaultValue = "") String note, Model model, RedirectAttributes redirect,
			HttpServletResponse response) {
		return act(new Act(actor, id, "agreements.negotiation.sent", party, note),
				() -> this.negotiation.send(actor, id, Typed.id("party", party), note), model, redirect, response);
	}

	@PostMapping("/versions/returned")
	String giveBack(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String note, Model model,
			RedirectAttributes redirect, HttpServletResponse response) {
		return act(new Act(actor, id, "agreements.negotiation.returned", "", note),
				() -> this.negotiation.giveBack(actor, id, note), model, redirect, response);
	}

	@PostMapping("/versions/taken-back")
	@CoordinatorsOnly
	String takeBack(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String note, Model model,
			RedirectAttributes redirect, HttpServletResponse response) {
		return act(new Act(actor, id, "agreements.negotiation.taken-back", "", note),
				() -> this.negotiation.takeBack(actor, id, note), model, redirect, response);
	}

	@PostMapping("/consents")
	String consent(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String party, Model model,
			RedirectAttributes redirect, HttpServletResponse response) {
		return act(new Act(actor, id, "agreements.consent.given", party, ""),
				() -> this.negotiation.consent(actor, id, Typed.id("party", party)), model, redirect, response);
	}

	@PostMapping("/consents/recorded")
	@CoordinatorsOnly
	String record(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String party,
			@RequestParam(defaultValue = "") String note, Model model, RedirectAttributes redirect,
			HttpServletResponse response) {
		return act(new Act(actor, id, "agreements.consent.recorded", party, note),
				() -> this.negotiation.recordConsent(actor, id, Typed.id("party", party), note), model, redirect,
				response);
	}

	private record Act(Actor actor, UUID id, String action, String party, String note) {

		Map<String, String> facts() {
			return Map.of("party", shortened(this.party), "note", shortened(this.note));
		}

		private static String shortened(String text) {
			return text.substring(0, Math.min(text.length(), 500));
		}

	}

	private String act(Act act, Runnable change, Model model, RedirectAttributes redirect,
			HttpServletResponse response) {
		try {
			this.trail.attempt(act.actor(), act.id(), act.action(), act.facts(), () -> {
				change.run();
				return true;
			});
			redirect.addFlashAttribute("flash", act.action().replace("agreements.", "agreements.done."));
			return "redirect:/desk/agreements/" + act.id();
		}
		catch (RefusedException refusal) {
			model.addAttribute("refusal", refusal);
			model.addAttribute("typedNote", act.note());
			model.addAttribute("typedParty", act.party());
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return this.pages.show(act.actor(), act.id(), model);
		}
	}

}
