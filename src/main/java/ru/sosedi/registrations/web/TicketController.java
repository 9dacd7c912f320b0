package ru.sosedi.registrations.web;

import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import ru.sosedi.documents.QrCode;
import ru.sosedi.registrations.BookingLinks;
import ru.sosedi.registrations.BookingService;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.PublicAddress;

/**
 * The ticket, whose address is in its QR code: any camera opens it. Whoever checks people
 * in is led to the check-in.
 */
@Controller
class TicketController {

	private final BookingLinks links;

	private final BookingService bookings;

	private final BookingPages pages;

	private final PublicAddress address;

	TicketController(BookingLinks links, BookingService bookings, BookingPages pages, PublicAddress address) {
		this.links = links;
		this.bookings = bookings;
		this.pages = pages;
		this.address = address;
	}

	@GetMapping("/tickets/{token}")
	ModelAndView show(@PathVariable String token, HttpServletRequest request) {
		Optional<UUID> booking = this.links.bookingOf(BookingLinks.Purpose.TICKET, token);
		if (booking.isEmpty()) {
			return BookingPages.dead();
		}
		if (Visitor.isAtTheDoor(request)) {
			return new ModelAndView("redirect:/desk/attendance/tickets/" + token);
		}
		try {
			return new ModelAndView("registrations/ticket/show")
				.addObject("lines", this.pages.lines(this.bookings.booking(booking.get())))
				.addObject("code", QrCode.of(this.address.of("/tickets/" + token)));
		}
		catch (NotFoundException erased) {
			return BookingPages.dead();
		}
	}

}
