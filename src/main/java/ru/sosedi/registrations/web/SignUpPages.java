package ru.sosedi.registrations.web;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import ru.sosedi.accounts.OwnAccount;
import ru.sosedi.programme.Audience;
import ru.sosedi.programme.OccurrenceDirectory;
import ru.sosedi.programme.OccurrenceFacts;
import ru.sosedi.registrations.AdmissionPolicyService;
import ru.sosedi.registrations.AdmissionTerms;
import ru.sosedi.registrations.AgeBand;
import ru.sosedi.registrations.Booking;
import ru.sosedi.registrations.ConsentTexts;
import ru.sosedi.registrations.SeatAllocation;
import ru.sosedi.registrations.SeatHold;
import ru.sosedi.registrations.Seats;
import ru.sosedi.registrations.SignUp;
import ru.sosedi.registrations.SignedUp;
import ru.sosedi.registrations.Signer;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.RefusedException;

/** What the pages of signing up have in common. */
@Component
class SignUpPages {

	private final OccurrenceDirectory occurrences;

	private final SeatAllocation allocation;

	private final AdmissionPolicyService policies;

	private final ConsentTexts consents;

	private final OwnAccount accounts;

	private final MessageSource messages;

	private final Clock clock;

	SignUpPages(OccurrenceDirectory occurrences, SeatAllocation allocation, AdmissionPolicyService policies,
			ConsentTexts consents, OwnAccount accounts, MessageSource messages, Clock clock) {
		this.occurrences = occurrences;
		this.allocation = allocation;
		this.policies = policies;
		this.consents = consents;
		this.accounts = accounts;
		this.messages = messages;
		this.clock = clock;
	}

	/**
	 * A date that residents may see.
	 * @throws NotFoundException for a draft and for an id that is nobody's
	 */
	OccurrenceFacts date(UUID id) {
		return ((id == null) ? Optional.<OccurrenceFacts>empty() : this.occurrences.find(id))
			.filter(OccurrenceFacts::listed)
			.orElseThrow(() -> new NotFoundException("occurrence " + id));
	}

	/** Why nobody can sign up for the date now; {@code null} when one can. */
	SignedUp.Reason closed(OccurrenceFacts date) {
		Seats seats = this.allocation.seats(date.id()).orElse(null);
		if (seats == null || !seats.signsUp()) {
			return SignedUp.Reason.NO_SIGN_UP;
		}
		if (seats.isOpen(this.clock.instant())) {
			return null;
		}
		return this.clock.instant().isBefore(seats.closesAt()) ? SignedUp.Reason.NOT_YET : SignedUp.Reason.CLOSED;
	}

	/** The page that says why not, and how to go on. */
	ModelAndView closedPage(OccurrenceFacts date, SignedUp.Reason why) {
		ModelAndView page = new ModelAndView("registrations/sign-up/closed",
				(why == SignedUp.Reason.NO_SIGN_UP) ? HttpStatus.NOT_FOUND : HttpStatus.OK);
		return page.addObject("date", date)
			.addObject("why", why)
			.addObject("seats", this.allocation.seats(date.id()).orElse(null));
	}

	/** The first step: how many. */
	ModelAndView howMany(OccurrenceFacts date, String typed, String error) {
		Seats seats = this.allocation.seats(date.id()).orElseThrow();
		AdmissionTerms terms = terms(date);
		ModelAndView page = new ModelAndView("registrations/sign-up/seats",
				(error == null) ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
		return page.addObject("date", date)
			.addObject("seats", seats)
			.addObject("terms", terms)
			.addObject("series", seriesOf(date, terms))
			.addObject("typed", (typed == null || typed.isBlank()) ? "1" : typed)
			.addObject("error", error);
	}

	/** The dates that are booked together with this one; it alone when none are. */
	List<OccurrenceFacts> seriesOf(OccurrenceFacts date, AdmissionTerms terms) {
		if (terms.booking() == Booking.SINGLE) {
			return List.of(date);
		}
		List<OccurrenceFacts> coming = this.occurrences.ofEvent(date.eventId())
			.stream()
			.filter((one) -> one.listed() && !one.isCancelled() && !one.hasBegun(this.clock.instant()))
			.toList();
		return coming.isEmpty() ? List.of(date) : coming;
	}

	/**
	 * The form itself.
	 * @param problems what was wrong with it; empty at first
	 */
	ModelAndView form(OccurrenceFacts date, SignUpFields fields, SeatHold hold, boolean waiting,
			List<RefusedException> problems, Locale locale) {
		Map<String, String> said = new LinkedHashMap<>();
		problems.forEach((refusal) -> said.putIfAbsent((refusal.field() == null) ? "" : refusal.field(),
				this.messages.getMessage(refusal.messageKey(), refusal.arguments(), locale)));
		return new ModelAndView("registrations/sign-up/form",
				problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
			.addObject("date", date)
			.addObject("count", fields.dates().size())
			.addObject("form", fields.withPeople())
			.addObject("hold", hold)
			.addObject("until", (hold == null) ? null : hold.expiresAt().atZone(date.startsAt().getZone()))
			.addObject("waiting", waiting)
			.addObject("asksAges", asksAges(date))
			.addObject("bands", AgeBand.values())
			.addObject("questions", this.policies.questions(date.eventId()))
			.addObject("wordings", this.consents.of(date.id(), locale))
			.addObject("problems", said);
	}

	/**
	 * @param problems gets what makes no sense
	 * @return {@code null} when there are problems
	 */
	SignUp read(OccurrenceFacts date, SignUpFields fields, Locale locale, List<RefusedException> problems) {
		AdmissionPolicyService.Asked asked = this.policies.asked(date.eventId(), date.id());
		return fields.toSignUp(asksAges(date, asked.terms()), asked.questions(), locale, problems);
	}

	/** Where children are expected, or the librarian wants it. */
	boolean asksAges(OccurrenceFacts date) {
		return asksAges(date, terms(date));
	}

	private static boolean asksAges(OccurrenceFacts date, AdmissionTerms terms) {
		return terms.asksAges() || date.audiences().contains(Audience.CHILDREN)
				|| date.audiences().contains(Audience.FAMILIES);
	}

	AdmissionTerms terms(OccurrenceFacts date) {
		return this.policies.termsOf(date.eventId(), date.id());
	}

	/** Whoever is signed in with the address that she gives need not prove it. */
	Signer signer(SignUp signUp, HttpServletRequest request) {
		boolean proven = signUp.email() != null && Visitor.of(request)
			.filter((actor) -> this.accounts.emailOf(actor).equals(signUp.email()))
			.isPresent();
		return proven ? Signer.known(request.getRemoteAddr()) : Signer.person(request.getRemoteAddr());
	}

}
