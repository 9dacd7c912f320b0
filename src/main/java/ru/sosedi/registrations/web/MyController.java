package ru.sosedi.registrations.web;

import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.OwnAccount;
import ru.sosedi.registrations.BookingLinks;
import ru.sosedi.registrations.BookingService;
import ru.sosedi.registrations.Registration;
import ru.sosedi.shared.Email;

/**
 * All that a person signed up for: by the link of any letter, or signed in. Who has
 * neither gets a link by e-mail.
 */
@Controller
class MyController {

	private final BookingPages pages;

	private final BookingService bookings;

	private final BookingLinks links;

	private final OwnAccount accounts;

	private final SignUpLimits limits;

	MyController(BookingPages pages, BookingService bookings, BookingLinks links, OwnAccount accounts,
			SignUpLimits limits) {
		this.pages = pages;
		this.bookings = bookings;
		this.links = links;
		this.accounts = accounts;
		this.limits = limits;
	}

	@GetMapping("/my")
	ModelAndView mine(HttpServletRequest request, @RequestParam(required = false) String after) {
		Optional<Actor> actor = Visitor.of(request);
		if (actor.isEmpty()) {
			return new ModelAndView("registrations/my/ask").addObject("sent", "link".equals(after));
		}
		return list(this.bookings.ofEmail(this.accounts.emailOf(actor.get())), null);
	}

	/** The answer is the same whether the address has signed up for anything or not. */
	@PostMapping("/my/links")
	ModelAndView send(@RequestParam(required = false) String email, HttpServletRequest request) {
		this.limits.take(request.getRemoteAddr());
		if (!Email.isEmail(email)) {
			return new ModelAndView("registrations/my/ask", HttpStatus.UNPROCESSABLE_CONTENT).addObject("email", email)
				.addObject("sent", false)
				.addObject("bad", true);
		}
		this.bookings.sendLink(Email.of(email));
		return new ModelAndView("redirect:/my?after=link");
	}

	@GetMapping("/my/{token}")
	ModelAndView byLink(@PathVariable String token) {
		return this.pages.open(token, (booking) -> list(this.bookings.ofSamePerson(booking), token));
	}

	private ModelAndView list(List<Registration> all, String token) {
		List<BookingPages.Line> lines = this.pages.lines(all);
		return new ModelAndView("registrations/my/list").addObject("token", token)
			.addObject("coming", lines.stream().filter(BookingPages.Line::isLive).toList())
			.addObject("others", lines.reversed().stream().filter((line) -> !line.isLive()).toList())
			.addObject("links", this.links);
	}

}
