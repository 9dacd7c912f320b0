package ru.sosedi.registrations.web;

import java.util.Locale;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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

/** One sign-up as the library sees it, and what is done with it at once. */
@Controller
@RequestMapping("/desk/registrations/{id}")
@ProgrammeEditorsOnly
class RegistrationController {

	private static final String LIST = "list";

	private final RegistrationCards cards;

	private final RegistrationDesk desk;

	private final RegistrationSlip slip;

	RegistrationController(RegistrationCards cards, RegistrationDesk desk, RegistrationSlip slip) {
		this.cards = cards;
		this.desk = desk;
		this.slip = slip;
	}

	@GetMapping
	ModelAndView show(Actor actor, @PathVariable UUID id, HttpServletRequest request) {
		return this.cards.card(actor, id, null, null, request);
	}

	/** The library agrees, or the person said on the phone that she comes. */
	@PostMapping("/confirmation")
	ModelAndView confirm(Actor actor, @PathVariable UUID id, @RequestParam(required = false) String to,
			HttpServletRequest request, RedirectAttributes redirect) {
		try {
			this.desk.confirm(actor, id);
			redirect.addFlashAttribute("flash", "registrations.desk.done.confirmation");
			return new ModelAndView("redirect:/desk/registrations/" + (LIST.equals(to)
					? "occurrences/" + this.desk.forChange(actor, id).occurrenceId() : id.toString()));
		}
		catch (RefusedException refusal) {
			return this.cards.card(actor, id, refusal, null, request);
		}
	}

	@PostMapping("/seats")
	ModelAndView changeSeats(Actor actor, @PathVariable UUID id, @RequestParam(required = false) String seats,
			HttpServletRequest request, RedirectAttributes redirect) {
		try {
			this.desk.changeSeats(actor, id, SignUpFields.of(request).seatCount());
			redirect.addFlashAttribute("flash", "registrations.desk.done.seats");
			return new ModelAndView("redirect:/desk/registrations/" + id);
		}
		catch (RefusedException refusal) {
			return this.cards.card(actor, id, refusal, seats, request);
		}
	}

	@GetMapping("/slip")
	ResponseEntity<byte[]> slip(Actor actor, @PathVariable UUID id, HttpServletRequest request, Locale locale) {
		byte[] document = this.slip.of(actor, id, request.getRemoteAddr(), locale);
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_PDF)
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.inline().filename("slip.pdf").build().toString())
			.body(document);
	}

}
