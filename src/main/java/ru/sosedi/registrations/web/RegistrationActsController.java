package ru.sosedi.registrations.web;

import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.ProgrammeEditorsOnly;
import ru.sosedi.registrations.RegistrationDesk;
import ru.sosedi.shared.RefusedException;

/** What is done with a sign-up only after its effect was read and a reason given. */
@Controller
@RequestMapping("/desk/registrations/{id}")
@ProgrammeEditorsOnly
class RegistrationActsController {

	private static final String DECLINE = "decline";

	private static final String CANCELLATION = "cancellation";

	private static final String PROMOTION = "promotion";

	private final RegistrationCards cards;

	private final RegistrationDesk desk;

	RegistrationActsController(RegistrationCards cards, RegistrationDesk desk) {
		this.cards = cards;
		this.desk = desk;
	}

	@GetMapping("/decline")
	ModelAndView askToDecline(Actor actor, @PathVariable UUID id, HttpServletRequest request) {
		return this.cards.act(actor, id, DECLINE, "", null, request);
	}

	@PostMapping("/decline")
	ModelAndView decline(Actor actor, @PathVariable UUID id, @RequestParam(required = false) String reason,
			HttpServletRequest request, RedirectAttributes redirect) {
		return done(actor, id, DECLINE, reason, () -> this.desk.decline(actor, id, reason), request, redirect);
	}

	@GetMapping("/cancellation")
	ModelAndView askToCancel(Actor actor, @PathVariable UUID id, HttpServletRequest request) {
		return this.cards.act(actor, id, CANCELLATION, "", null, request);
	}

	@PostMapping("/cancellation")
	ModelAndView cancel(Actor actor, @PathVariable UUID id, @RequestParam(required = false) String reason,
			HttpServletRequest request, RedirectAttributes redirect) {
		return done(actor, id, CANCELLATION, reason, () -> this.desk.cancel(actor, id, reason), request, redirect);
	}

	@GetMapping("/promotion")
	ModelAndView askToPromote(Actor actor, @PathVariable UUID id, HttpServletRequest request) {
		return this.cards.act(actor, id, PROMOTION, "", null, request);
	}

	@PostMapping("/promotion")
	ModelAndView promote(Actor actor, @PathVariable UUID id, @RequestParam(required = false) String reason,
			HttpServletRequest request, RedirectAttributes redirect) {
		return done(actor, id, PROMOTION, reason, () -> this.desk.promote(actor, id, reason), request, redirect);
	}

	private ModelAndView done(Actor actor, UUID id, String act, String reason, Runnable doIt,
			HttpServletRequest request, RedirectAttributes redirect) {
		try {
			doIt.run();
			redirect.addFlashAttribute("flash", "registrations.desk.done." + act);
			return new ModelAndView(
					"redirect:/desk/registrations/occurrences/" + this.desk.forChange(actor, id).occurrenceId());
		}
		catch (RefusedException refusal) {
			return this.cards.act(actor, id, act, reason, refusal, request);
		}
	}

}
