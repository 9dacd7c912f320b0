package ru.sosedi.registrations.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import ru.sosedi.programme.OccurrenceDirectory;
import ru.sosedi.programme.OccurrenceFacts;
import ru.sosedi.registrations.AdmissionPolicyService;
import ru.sosedi.registrations.AdmissionTerms;
import ru.sosedi.registrations.AgeBand;
import ru.sosedi.registrations.Booking;
import ru.sosedi.registrations.ConsentTexts;
import ru.sosedi.registrations.DeskSignUp;
import ru.sosedi.registrations.RegistrationState;
import ru.sosedi.registrations.SeatAllocation;
import ru.sosedi.registrations.SignUp;
import ru.sosedi.registrations.SignedUp;
import ru.sosedi.shared.RefusedException;

/** A librarian signs somebody up who stands at the desk or calls. */
@Controller
@RequestMapping("/desk/registrations/occurrences/{id}/new")
@ProgrammeEditorsOnly
class DeskSignUpController {

	/** What is said to residents, said of them. */
	private static final Map<String, String> OF_SOMEBODY = Map.of("registrations.sign-up.name.missing",
			"registrations.desk.new.name.missing", "registrations.sign-up.contact.missing",
			"registrations.desk.new.contact.missing", "registrations.sign-up.consent.missing",
			"registrations.desk.new.consent.missing");

	private final DeskSignUp desk;

	private final OccurrenceDirectory occurrences;

	private final SeatAllocation allocation;

	private final AdmissionPolicyService policies;

	private final ConsentTexts consents;

	private final SignUpPages pages;

	private final MessageSource messages;

	DeskSignUpController(DeskSignUp desk, OccurrenceDirectory occurrences, SeatAllocation allocation,
			AdmissionPolicyService policies, ConsentTexts consents, SignUpPages pages, MessageSource messages) {
		this.desk = desk;
		this.occurrences = occurrences;
		this.allocation = allocation;
		this.policies = policies;
		this.consents = consents;
		this.pages = pages;
		this.messages = messages;
	}

	@GetMapping
	ModelAndView begin(Actor actor, @PathVariable UUID id, Locale locale) {
		OccurrenceFacts date = this.occurrences.forStaff(actor, id);
		AdmissionTerms terms = this.policies.termsOf(date.eventId(), id);
		return form(actor, date, DeskSignUpFields.empty(terms.booking() == Booking.WHOLE), List.of(), locale);
	}

	@PostMapping
	ModelAndView signUp(Actor actor, @PathVariable UUID id, HttpServletRequest request, Locale locale,
			RedirectAttributes redirect) {
		OccurrenceFacts date = this.occurrences.forStaff(actor, id);
		DeskSignUpFields fields = DeskSignUpFields.of(request);
		List<RefusedException> problems = new ArrayList<>();
		SignUp signUp = fields.toSignUp(dates(actor, id, fields), this.policies.questions(date.eventId()), locale,
				problems);
		if (signUp == null) {
			return form(actor, date, fields, problems, locale);
		}
		try {
			return switch (this.desk.signUp(actor, signUp, "yes".equals(request.getParameter("waiting")))) {
				case SignedUp.Done done -> done(done, signUp, id, redirect);
				case SignedUp.Refused refused -> refused(actor, date, fields, signUp, refused, locale);
			};
		}
		catch (RefusedException refusal) {
			return form(actor, date, fields, List.of(refusal), locale);
		}
	}

	private List<UUID> dates(Actor actor, UUID id, DeskSignUpFields fields) {
		List<UUID> series = fields.whole() ? this.desk.series(actor, id).stream().map(OccurrenceFacts::id).toList()
				: List.of();
		return series.isEmpty() ? List.of(id) : series;
	}

	private ModelAndView done(SignedUp.Done done, SignUp signUp, UUID id, RedirectAttributes redirect) {
		UUID shown = signUp.occurrenceIds().contains(id) ? id : signUp.occurrenceIds().getFirst();
		redirect.addFlashAttribute("flash", (done.state() == RegistrationState.WAITING)
				? "registrations.desk.done.waiting" : "registrations.desk.done.sign-up");
		return new ModelAndView("redirect:/desk/registrations/" + this.desk.registrationOf(done.bookingId(), shown));
	}

	private ModelAndView refused(Actor actor, OccurrenceFacts date, DeskSignUpFields fields, SignUp signUp,
			SignedUp.Refused refused, Locale locale) {
		String field = (refused.reason() == SignedUp.Reason.FULL) ? "seats" : null;
		String message = (refused.reason() == SignedUp.Reason.TWICE) ? "registrations.desk.new.twice"
				: refused.reason().messageKey();
		ModelAndView page = form(actor, date, fields, List.of(new RefusedException(field, message, refused.left())),
				locale);
		return switch (refused.reason()) {
			case TWICE ->
				page.addObject("same", this.desk.sameContact(actor, refused.occurrenceId(), signUp).orElse(null));
			case FULL ->
				page.addObject("mayWait", signUp.occurrenceIds().size() == 1).addObject("before", refused.waiting());
			default -> page;
		};
	}

	private ModelAndView form(Actor actor, OccurrenceFacts date, DeskSignUpFields fields,
			List<RefusedException> problems, Locale locale) {
		Map<String, String> said = new LinkedHashMap<>();
		problems.forEach((refusal) -> said.putIfAbsent((refusal.field() == null) ? "" : refusal.field(),
				this.messages.getMessage(OF_SOMEBODY.getOrDefault(refusal.messageKey(), refusal.messageKey()),
						refusal.arguments(), locale)));
		AdmissionTerms terms = this.policies.termsOf(date.eventId(), date.id());
		return new ModelAndView("registrations/desk/new",
				problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
			.addObject("date", date)
			.addObject("seats", this.allocation.seats(date.id()).orElse(null))
			.addObject("form", fields)
			.addObject("asksAges", this.pages.asksAges(date))
			.addObject("bands", AgeBand.values())
			.addObject("dates", (terms.booking() == Booking.SINGLE) ? 1 : this.desk.series(actor, date.id()).size())
			.addObject("questions", this.policies.questions(date.eventId()))
			.addObject("wordings", this.consents.of(date.id(), locale))
			.addObject("problems", said);
	}

}
