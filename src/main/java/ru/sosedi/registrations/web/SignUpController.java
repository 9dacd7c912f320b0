package ru.sosedi.registrations.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import ru.sosedi.programme.OccurrenceFacts;
import ru.sosedi.registrations.RegistrationState;
import ru.sosedi.registrations.SeatAllocation;
import ru.sosedi.registrations.SignUp;
import ru.sosedi.registrations.SignedUp;
import ru.sosedi.registrations.Signer;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.RefusedException;

/**
 * Signing up, by anybody, without an account: how many, who, and what happens next. The
 * page that ends it holds no secret; that travels by letter.
 */
@Controller
class SignUpController {

	private final SignUpPages pages;

	private final SeatAllocation allocation;

	private final SignUpLimits limits;

	SignUpController(SignUpPages pages, SeatAllocation allocation, SignUpLimits limits) {
		this.pages = pages;
		this.allocation = allocation;
		this.limits = limits;
	}

	@GetMapping("/registrations/new")
	ModelAndView howMany(@RequestParam(required = false) String date, @RequestParam(required = false) String seats) {
		OccurrenceFacts found = this.pages.date(SignUpFields.id(date));
		SignedUp.Reason closed = this.pages.closed(found);
		return (closed != null) ? this.pages.closedPage(found, closed) : this.pages.howMany(found, seats, null);
	}

	@PostMapping("/registrations")
	ModelAndView signUp(HttpServletRequest request, Locale locale) {
		return take(request, false, locale);
	}

	/** For whom there were no seats, and who would wait. */
	@PostMapping("/registrations/waiting")
	ModelAndView await(HttpServletRequest request, Locale locale) {
		return take(request, true, locale);
	}

	private ModelAndView take(HttpServletRequest request, boolean waiting, Locale locale) {
		this.limits.take(request.getRemoteAddr());
		SignUpFields fields = SignUpFields.of(request);
		OccurrenceFacts date = first(fields);
		List<RefusedException> problems = new ArrayList<>();
		SignUp signUp = this.pages.read(date, fields, locale, problems);
		if (signUp == null) {
			return form(date, fields, waiting, problems, locale);
		}
		Signer signer = this.pages.signer(signUp, request);
		return answer(waiting ? this.allocation.await(signUp, signer)
				: this.allocation.signUp(signUp, fields.holdId(), signer), date, fields, locale);
	}

	@GetMapping("/registrations/waiting")
	ModelAndView waitingForm(@RequestParam(required = false) String date, @RequestParam(required = false) String seats,
			Locale locale) {
		OccurrenceFacts found = this.pages.date(SignUpFields.id(date));
		SignedUp.Reason closed = this.pages.closed(found);
		int number = new SignUpFields(List.of(), "", (seats == null) ? "" : seats, "", "", "", List.of(), null, null)
			.seatCount();
		return (closed != null) ? this.pages.closedPage(found, closed)
				: this.pages.form(found, SignUpFields.empty(List.of(found.id()), null, Math.clamp(number, 1, 20)), null,
						true, List.of(), locale);
	}

	private ModelAndView answer(SignedUp outcome, OccurrenceFacts date, SignUpFields fields, Locale locale) {
		return switch (outcome) {
			case SignedUp.Done done -> new ModelAndView("redirect:/registrations/sent?date=" + date.id() + "&state="
					+ done.state().name().toLowerCase(Locale.ROOT));
			case SignedUp.Refused refused -> {
				boolean full = refused.reason() == SignedUp.Reason.FULL;
				RefusedException why = full
						? new RefusedException(null, "registrations.sign-up.gone", refused.left(), refused.waiting())
						: new RefusedException((refused.reason() == SignedUp.Reason.TWICE) ? "email" : null,
								refused.reason().messageKey(), refused.left());
				yield form(date, fields, full, List.of(why), locale);
			}
		};
	}

	private ModelAndView form(OccurrenceFacts date, SignUpFields fields, boolean waiting,
			List<RefusedException> problems, Locale locale) {
		UUID hold = fields.holdId();
		return this.pages.form(date, fields, (hold == null) ? null : this.allocation.hold(hold).orElse(null), waiting,
				problems, locale);
	}

	/**
	 * @throws NotFoundException when none of the dates can be seen
	 */
	private OccurrenceFacts first(SignUpFields fields) {
		return this.pages.date(fields.dateIds().stream().findFirst().orElse(null));
	}

	/** What happens next; the address tells nothing about the person. */
	@GetMapping("/registrations/sent")
	ModelAndView sent(@RequestParam(required = false) String date, @RequestParam(required = false) String state) {
		RegistrationState known = switch ((state == null) ? "" : state) {
			case "requested" -> RegistrationState.REQUESTED;
			case "confirmed" -> RegistrationState.CONFIRMED;
			case "waiting" -> RegistrationState.WAITING;
			default -> RegistrationState.UNCONFIRMED;
		};
		return new ModelAndView("registrations/sign-up/sent").addObject("date", this.pages.date(SignUpFields.id(date)))
			.addObject("state", known);
	}

}
