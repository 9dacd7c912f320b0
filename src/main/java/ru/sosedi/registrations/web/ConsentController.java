package ru.sosedi.registrations.web;

import java.util.Arrays;
import java.util.UUID;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import ru.sosedi.registrations.BookingLinks;
import ru.sosedi.registrations.ConsentPurpose;
import ru.sosedi.registrations.ConsentService;

/** What a person agreed to, and the way to take it back. */
@Controller
@RequestMapping("/registrations/{token}/consents")
class ConsentController {

	private final BookingPages pages;

	private final ConsentService consents;

	private final BookingLinks links;

	ConsentController(BookingPages pages, ConsentService consents, BookingLinks links) {
		this.pages = pages;
		this.consents = consents;
		this.links = links;
	}

	@GetMapping
	ModelAndView show(@PathVariable String token, @RequestParam(required = false) String after) {
		return this.pages.open(token,
				(booking) -> this.pages.page("registrations/booking/consents", token, booking)
					.addObject("consents", this.consents.of(booking))
					.addObject("withdrawn", "withdrawal".equals(after)));
	}

	@PostMapping("/withdrawal")
	ModelAndView withdraw(@PathVariable String token, @RequestParam(required = false) String purpose) {
		return this.pages.open(token, (booking) -> {
			this.pages.page("registrations/booking/consents", token, booking);
			UUID act = Arrays.stream(ConsentPurpose.values())
				.filter((one) -> one.name().equals(purpose))
				.findFirst()
				.map((one) -> this.consents.withdraw(booking, one))
				.orElse(null);
			return new ModelAndView((act == null) ? "redirect:/registrations/" + token + "/consents?after=withdrawal"
					: "redirect:/my/erased/" + this.links.token(BookingLinks.Purpose.ERASURE, act));
		});
	}

}
