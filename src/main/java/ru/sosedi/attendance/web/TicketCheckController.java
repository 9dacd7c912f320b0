package ru.sosedi.attendance.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.ProgrammeEditorsOnly;
import ru.sosedi.attendance.CheckIns;
import ru.sosedi.attendance.TicketCheck;
import ru.sosedi.registrations.Attendee;
import ru.sosedi.registrations.Attendees;
import ru.sosedi.registrations.BookingLinks;
import ru.sosedi.shared.Ids;
import ru.sosedi.shared.NotFoundException;

/** What a member of staff sees when the phone has read a ticket. */
@Controller
@ProgrammeEditorsOnly
class TicketCheckController {

	private final BookingLinks links;

	private final TicketCheck tickets;

	private final Attendees attendees;

	private final CheckIns checkIns;

	TicketCheckController(BookingLinks links, TicketCheck tickets, Attendees attendees, CheckIns checkIns) {
		this.links = links;
		this.tickets = tickets;
		this.attendees = attendees;
		this.checkIns = checkIns;
	}

	@GetMapping("/desk/attendance/tickets/{token}")
	ModelAndView show(Actor actor, @PathVariable String token, HttpServletRequest request) {
		ModelAndView page = new ModelAndView("attendance/ticket");
		Optional<UUID> booking = this.links.bookingOf(BookingLinks.Purpose.TICKET, token);
		if (booking.isEmpty()) {
			page.setStatus(HttpStatus.NOT_FOUND);
			return page.addObject("problem", "attendance.ticket.forged");
		}
		List<TicketCheck.Found> found = this.tickets.find(actor, booking.get());
		if (found.isEmpty()) {
			return page.addObject("problem", "attendance.ticket.foreign");
		}
		TicketCheck.Found nearest = found.getFirst();
		try {
			Attendee person = this.attendees.one(actor, nearest.registrationId(), request.getRemoteAddr());
			return page.addObject("person", person)
				.addObject("date", nearest.date())
				.addObject("today", nearest.today())
				.addObject("came", this.checkIns.present(nearest.date().id()).of(person.registrationId()))
				.addObject("tick", Ids.next());
		}
		catch (NotFoundException erased) {
			return page.addObject("problem", "attendance.ticket.foreign");
		}
	}

}
