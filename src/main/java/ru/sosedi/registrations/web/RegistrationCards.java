package ru.sosedi.registrations.web;

import java.time.Clock;
import java.util.Locale;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import ru.sosedi.accounts.Actor;
import ru.sosedi.programme.OccurrenceDirectory;
import ru.sosedi.programme.OccurrenceFacts;
import ru.sosedi.registrations.AdmissionPolicyService;
import ru.sosedi.registrations.Attendee;
import ru.sosedi.registrations.Attendees;
import ru.sosedi.registrations.RegistrationDesk;
import ru.sosedi.registrations.RegistrationHistory;
import ru.sosedi.shared.RefusedException;

/** The card of one sign-up, and the page that asks before something is done with it. */
@Component
class RegistrationCards {

	private final RegistrationDesk desk;

	private final Attendees attendees;

	private final RegistrationHistory history;

	private final OccurrenceDirectory occurrences;

	private final AdmissionPolicyService policies;

	private final MessageSource messages;

	private final Clock clock;

	RegistrationCards(RegistrationDesk desk, Attendees attendees, RegistrationHistory history,
			OccurrenceDirectory occurrences, AdmissionPolicyService policies, MessageSource messages, Clock clock) {
		this.desk = desk;
		this.attendees = attendees;
		this.history = history;
		this.occurrences = occurrences;
		this.policies = policies;
		this.messages = messages;
		this.clock = clock;
	}

	/**
	 * @param refusal why something could not be done, or {@code null}
	 */
	ModelAndView card(Actor actor, UUID id, RefusedException refusal, String typedSeats, HttpServletRequest request) {
		ModelAndView page = person("registrations/desk/card", actor, id, refusal, request);
		Attendee one = (Attendee) page.getModel().get("one");
		OccurrenceFacts date = (OccurrenceFacts) page.getModel().get("date");
		return page.addObject("questions", this.policies.questions(date.eventId()))
			.addObject("over", date.isOver(this.clock.instant()))
			.addObject("typedSeats", (typedSeats == null) ? String.valueOf(one.seats()) : typedSeats)
			.addObject("history", this.history.of(actor, id));
	}

	/**
	 * @param act {@code decline}, {@code cancellation} or {@code promotion}
	 */
	ModelAndView act(Actor actor, UUID id, String act, String reason, RefusedException refusal,
			HttpServletRequest request) {
		return person("registrations/desk/act", actor, id, refusal, request).addObject("act", act)
			.addObject("reason", reason)
			.addObject("followers", this.desk.followers(actor, id));
	}

	private ModelAndView person(String view, Actor actor, UUID id, RefusedException refusal,
			HttpServletRequest request) {
		Attendee one = this.attendees.one(actor, id, request.getRemoteAddr());
		UUID occurrence = this.desk.forChange(actor, id).occurrenceId();
		Locale language = LocaleContextHolder.getLocale();
		return new ModelAndView(view, (refusal == null) ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
			.addObject("one", one)
			.addObject("date", this.occurrences.forStaff(actor, occurrence))
			.addObject("field", (refusal == null) ? null : refusal.field())
			.addObject("problem", (refusal == null) ? null
					: this.messages.getMessage(refusal.messageKey(), refusal.arguments(), language));
	}

}
