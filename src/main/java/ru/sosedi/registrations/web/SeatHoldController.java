package ru.sosedi.registrations.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
import ru.sosedi.programme.OccurrenceFacts;
import ru.sosedi.registrations.Booking;
import ru.sosedi.registrations.SeatAllocation;
import ru.sosedi.registrations.SeatHold;
import ru.sosedi.registrations.Seats;
import ru.sosedi.registrations.SignedUp;

/**
 * Seats kept while somebody fills in the form. They are taken by a posting form, never by
 * a link: what only looks at pages takes no seat.
 */
@Controller
@RequestMapping("/registrations/holds")
class SeatHoldController {

	private final SignUpPages pages;

	private final SeatAllocation allocation;

	private final SignUpLimits limits;

	private final MessageSource messages;

	SeatHoldController(SignUpPages pages, SeatAllocation allocation, SignUpLimits limits, MessageSource messages) {
		this.pages = pages;
		this.allocation = allocation;
		this.limits = limits;
		this.messages = messages;
	}

	@PostMapping
	ModelAndView take(@RequestParam(required = false) String date, @RequestParam(required = false) String seats,
			@RequestParam(required = false) String whole, HttpServletRequest request, Locale locale) {
		this.limits.take(request.getRemoteAddr());
		OccurrenceFacts found = this.pages.date(SignUpFields.id(date));
		SignedUp.Reason closed = this.pages.closed(found);
		if (closed != null) {
			return this.pages.closedPage(found, closed);
		}
		Seats there = this.allocation.seats(found.id()).orElseThrow();
		int number = SignUpFields.of(request).seatCount();
		if (number < 1 || number > there.largestGroup()) {
			return again(found, seats, locale, "registrations.sign-up.seats.absurd", there.largestGroup());
		}
		if (whole != null) {
			List<UUID> dates = this.pages.seriesOf(found, this.pages.terms(found))
				.stream()
				.map(OccurrenceFacts::id)
				.toList();
			return this.pages.form(found, SignUpFields.empty(dates, null, number), null, false, List.of(), locale);
		}
		if (this.pages.terms(found).booking() == Booking.WHOLE) {
			return again(found, seats, locale, "registrations.sign-up.whole-only");
		}
		SeatHold hold = this.allocation.hold(found.id(), number);
		if (hold == null) {
			int left = this.allocation.seats(found.id()).map(Seats::left).orElse(0);
			return again(found, seats, locale, "registrations.sign-up.seats.full", left);
		}
		return new ModelAndView("redirect:/registrations/holds/" + hold.id());
	}

	private ModelAndView again(OccurrenceFacts date, String typed, Locale locale, String key, Object... arguments) {
		return this.pages.howMany(date, typed, this.messages.getMessage(key, arguments, locale));
	}

	@GetMapping("/{id}")
	ModelAndView form(@PathVariable String id, Locale locale) {
		Optional<SeatHold> hold = Optional.ofNullable(SignUpFields.id(id)).flatMap(this.allocation::hold);
		if (hold.isEmpty()) {
			return new ModelAndView("registrations/sign-up/lapsed", HttpStatus.GONE);
		}
		OccurrenceFacts date = this.pages.date(hold.get().occurrenceId());
		return this.pages.form(date, SignUpFields.empty(List.of(date.id()), hold.get().id(), hold.get().seats()),
				hold.get(), false, List.of(), locale);
	}

	/** What was typed comes back with the form. */
	@PostMapping("/{id}/extension")
	ModelAndView extend(@PathVariable UUID id, HttpServletRequest request, Locale locale) {
		this.allocation.extend(id);
		Optional<SeatHold> hold = this.allocation.hold(id);
		if (hold.isEmpty()) {
			return new ModelAndView("registrations/sign-up/lapsed", HttpStatus.GONE);
		}
		return this.pages.form(this.pages.date(hold.get().occurrenceId()), SignUpFields.of(request), hold.get(), false,
				List.of(), locale);
	}

	@PostMapping("/{id}/release")
	ModelAndView release(@PathVariable UUID id) {
		Optional<SeatHold> hold = this.allocation.hold(id);
		this.allocation.release(id);
		return new ModelAndView(hold.map((known) -> "redirect:" + this.pages.date(known.occurrenceId()).page())
			.orElse("redirect:/events"));
	}

}
