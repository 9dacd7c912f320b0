package ru.sosedi.programme.web;

import java.util.List;
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
import ru.sosedi.accounts.ProgrammeEditorsOnly;
import ru.sosedi.programme.Event;
import ru.sosedi.programme.EventService;
import ru.sosedi.programme.Publication;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.web.Refusals;

/** What is done with an event as a whole. */
@Controller
@RequestMapping("/desk/programme/events/{id}")
@ProgrammeEditorsOnly
class EventActsController {

	private static final String EVENT = "redirect:/desk/programme/events/";

	private final EventService events;

	private final Publication publication;

	EventActsController(EventService events, Publication publication) {
		this.events = events;
		this.publication = publication;
	}

	@PostMapping("/publication")
	String publish(Actor actor, @PathVariable UUID id, @RequestParam(required = false) String choosing,
			@RequestParam(required = false) List<String> commitments, RedirectAttributes redirect) {
		return done(() -> {
			if (choosing == null) {
				this.publication.publish(actor, id);
			}
			else {
				this.publication.publish(actor, id, AgreementsOfEventController.ids(commitments));
			}
		}, "programme.event.published", id, redirect);
	}

	@PostMapping("/withdrawal")
	String withdraw(Actor actor, @PathVariable UUID id, RedirectAttributes redirect) {
		return done(() -> this.publication.withdraw(actor, id), "programme.event.withdrawn", id, redirect);
	}

	/** Nothing was typed, so a refusal is told on the event's page. */
	private static String done(Runnable act, String messageKey, UUID id, RedirectAttributes redirect) {
		try {
			act.run();
			redirect.addFlashAttribute("flash", messageKey);
		}
		catch (RefusedException ex) {
			redirect.addFlashAttribute("flash", ex.messageKey());
			redirect.addFlashAttribute("flashArguments", ex.arguments());
		}
		return EVENT + id;
	}

	@PostMapping("/copy")
	String copy(Actor actor, @PathVariable UUID id, RedirectAttributes redirect) {
		Event copy = this.events.copy(actor, id);
		redirect.addFlashAttribute("flash", "programme.event.copied");
		return EVENT + copy.id() + "/edit";
	}

	@PostMapping("/removal")
	String remove(Actor actor, @PathVariable UUID id, RedirectAttributes redirect) {
		Event event = this.events.forChange(actor, id);
		try {
			this.events.remove(actor, id, event.version());
			redirect.addFlashAttribute("flash", "programme.event.removed");
			return "redirect:/desk/programme";
		}
		catch (RefusedException ex) {
			redirect.addFlashAttribute("flash", ex.messageKey());
			return EVENT + id;
		}
	}

	@GetMapping("/cancellation")
	String askToCancel(Actor actor, @PathVariable UUID id, Model model) {
		model.addAttribute("form", new ReasonFields(""));
		return cancellation(actor, id, model);
	}

	@PostMapping("/cancellation")
	String cancel(Actor actor, @PathVariable UUID id, @ModelAttribute("form") ReasonFields form, BindingResult errors,
			Model model, HttpServletResponse response, RedirectAttributes redirect) {
		try {
			this.publication.cancel(actor, id, form.reason());
			redirect.addFlashAttribute("flash", "programme.event.cancelled");
			return EVENT + id;
		}
		catch (RefusedException ex) {
			Refusals.into(errors, ex);
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return cancellation(actor, id, model);
		}
	}

	private String cancellation(Actor actor, UUID id, Model model) {
		model.addAttribute("event", this.events.forChange(actor, id));
		model.addAttribute("dates", this.publication.datesToCome(id));
		return "programme/desk/cancellation";
	}

}
