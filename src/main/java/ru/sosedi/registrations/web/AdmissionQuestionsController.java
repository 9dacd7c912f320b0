package ru.sosedi.registrations.web;

import java.util.Locale;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.ProgrammeEditorsOnly;
import ru.sosedi.programme.Event;
import ru.sosedi.programme.EventService;
import ru.sosedi.registrations.AdmissionPolicyService;
import ru.sosedi.registrations.AdmissionQuestion;
import ru.sosedi.shared.RefusedException;

/** What an event asks of those who sign up, until somebody has answered. */
@Controller
@RequestMapping("/desk/registrations/events/{id}/questions")
@ProgrammeEditorsOnly
class AdmissionQuestionsController {

	private final AdmissionPolicyService policies;

	private final EventService events;

	private final MessageSource messages;

	AdmissionQuestionsController(AdmissionPolicyService policies, EventService events, MessageSource messages) {
		this.policies = policies;
		this.events = events;
		this.messages = messages;
	}

	@GetMapping
	ModelAndView show(Actor actor, @PathVariable UUID id, Locale locale) {
		Event event = this.events.forChange(actor, id);
		return page(event, AdmissionQuestionsFields.of(this.policies.questions(id)), null, locale);
	}

	@PostMapping
	ModelAndView ask(Actor actor, @PathVariable UUID id, HttpServletRequest request, Locale locale,
			RedirectAttributes redirect) {
		Event event = this.events.forChange(actor, id);
		AdmissionQuestionsFields fields = AdmissionQuestionsFields.of(request);
		if ("more".equals(request.getParameter("step"))) {
			return page(event, fields.withOneMore(), null, locale);
		}
		try {
			this.policies.ask(actor, id, fields.toQuestions());
			redirect.addFlashAttribute("flash", "registrations.questions.saved");
			return new ModelAndView("redirect:/desk/programme/events/" + id);
		}
		catch (RefusedException refusal) {
			return page(event, fields, refusal, locale);
		}
	}

	private ModelAndView page(Event event, AdmissionQuestionsFields fields, RefusedException refusal, Locale locale) {
		boolean frozen = this.policies.isAnswered(event.id());
		return new ModelAndView("registrations/desk/questions",
				(refusal == null) ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
			.addObject("event", event)
			.addObject("frozen", frozen)
			.addObject("asked", frozen ? this.policies.questions(event.id()) : null)
			.addObject("form", fields)
			.addObject("kinds", AdmissionQuestion.Kind.values())
			.addObject("field", (refusal == null) ? null : refusal.field())
			.addObject("problem", (refusal == null) ? null
					: this.messages.getMessage(refusal.messageKey(), refusal.arguments(), locale));
	}

}
