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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import ru.sosedi.registrations.BookingService;
import ru.sosedi.registrations.RegistrationState;
import ru.sosedi.shared.RefusedException;

/**
 * What a person signed up for, by the link of her letters. Opening a link changes
 * nothing: mail programs open links too.
 */
@Controller
@RequestMapping("/registrations/{token}")
class BookingController {

	private final BookingPages pages;

	private final BookingService bookings;

	private final MessageSource messages;

	BookingController(BookingPages pages, BookingService bookings, MessageSource messages) {
		this.pages = pages;
		this.bookings = bookings;
		this.messages = messages;
	}

	@GetMapping
	ModelAndView show(@PathVariable String token, @RequestParam(required = false) String after) {
		return this.pages.open(token, (booking) -> this.pages.show(token, booking, after));
	}

	@GetMapping("/confirmation")
	ModelAndView askToConfirm(@PathVariable String token) {
		return this.pages.open(token,
				(booking) -> this.pages.page("registrations/booking/confirmation", token, booking));
	}

	@PostMapping("/confirmation")
	ModelAndView confirm(@PathVariable String token, Locale locale) {
		return this.pages.open(token, (booking) -> {
			try {
				RegistrationState state = this.bookings.confirm(booking);
				return (state == RegistrationState.LAPSED)
						? this.pages.page("registrations/booking/confirmation", token, booking)
						: to(token, state == RegistrationState.REQUESTED ? "request" : "confirmation");
			}
			catch (RefusedException refusal) {
				return refused(token, booking, refusal, locale);
			}
		});
	}

	@GetMapping("/cancellation")
	ModelAndView askToCancel(@PathVariable String token, @RequestParam(required = false) String registration) {
		return this.pages.open(token, (booking) -> this.pages.page("registrations/booking/cancellation", token, booking)
			.addObject("only", SignUpFields.id(registration)));
	}

	@PostMapping("/cancellation")
	ModelAndView cancel(@PathVariable String token, @RequestParam(required = false) String registration) {
		return this.pages.open(token, (booking) -> {
			UUID only = SignUpFields.id(registration);
			if (only != null) {
				this.bookings.cancel(booking, only);
			}
			else {
				this.bookings.cancelAll(booking);
			}
			return to(token, "cancellation");
		});
	}

	@PostMapping("/seats")
	ModelAndView changeSeats(@PathVariable String token, @RequestParam(required = false) String registration,
			HttpServletRequest request, Locale locale) {
		return this.pages.open(token, (booking) -> {
			try {
				this.bookings.changeSeats(booking, SignUpFields.id(registration), SignUpFields.of(request).seatCount());
				return to(token, "seats");
			}
			catch (RefusedException refusal) {
				return refused(token, booking, refusal, locale);
			}
		});
	}

	/** The seats went to others; there may be some again. */
	@PostMapping("/waiting")
	ModelAndView await(@PathVariable String token, Locale locale) {
		return this.pages.open(token, (booking) -> {
			try {
				this.bookings.await(booking);
				return to(token, "waiting");
			}
			catch (RefusedException refusal) {
				return refused(token, booking, refusal, locale);
			}
		});
	}

	private ModelAndView refused(String token, UUID booking, RefusedException refusal, Locale locale) {
		ModelAndView page = this.pages.show(token, booking, null)
			.addObject("problem", this.messages.getMessage(refusal.messageKey(), refusal.arguments(), locale));
		page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		return page;
	}

	private static ModelAndView to(String token, String after) {
		return new ModelAndView("redirect:/registrations/" + token + "?after=" + after);
	}

}
