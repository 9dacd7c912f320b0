package ru.sosedi.registrations.web;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import ru.sosedi.programme.OccurrenceDirectory;
import ru.sosedi.programme.OccurrenceFacts;
import ru.sosedi.registrations.BookingLinks;
import ru.sosedi.registrations.BookingService;
import ru.sosedi.registrations.Registration;
import ru.sosedi.registrations.RegistrationState;
import ru.sosedi.registrations.SeatAllocation;
import ru.sosedi.registrations.Seats;
import ru.sosedi.registrations.WaitingList;
import ru.sosedi.shared.NotFoundException;

/** The pages behind the link of a letter. */
@Component
class BookingPages {

	private static final Set<String> AFTER = Set.of("confirmation", "request", "cancellation", "seats", "waiting");

	private final BookingLinks links;

	private final BookingService bookings;

	private final OccurrenceDirectory occurrences;

	private final SeatAllocation allocation;

	private final WaitingList waitingList;

	private final Clock clock;

	BookingPages(BookingLinks links, BookingService bookings, OccurrenceDirectory occurrences,
			SeatAllocation allocation, WaitingList waitingList, Clock clock) {
		this.links = links;
		this.bookings = bookings;
		this.occurrences = occurrences;
		this.allocation = allocation;
		this.waitingList = waitingList;
		this.clock = clock;
	}

	/**
	 * One date of a booking as its person sees it.
	 *
	 * @param place on the waiting list, from 1; 0 for one that does not wait
	 * @param seats may be {@code null}
	 */
	record Line(Registration registration, OccurrenceFacts date, int place, Seats seats, boolean over) {

		/** Whether something can still be done about it. */
		public boolean isLive() {
			return !this.over && this.registration.state().isLive();
		}

		public boolean is(String state) {
			return this.registration.state().name().equals(state);
		}

		/** Confirmed, and to be shown at the door. */
		public boolean hasTicket() {
			return !this.over && this.registration.state() == RegistrationState.CONFIRMED;
		}

	}

	/** The page of a living link; of any other one the page that says so. */
	ModelAndView open(String token, Function<UUID, ModelAndView> page) {
		Optional<UUID> booking = this.links.bookingOf(BookingLinks.Purpose.MANAGE, token);
		if (booking.isEmpty()) {
			return dead();
		}
		try {
			return page.apply(booking.get());
		}
		catch (NotFoundException erased) {
			return dead();
		}
	}

	static ModelAndView dead() {
		return new ModelAndView("registrations/booking/dead", HttpStatus.NOT_FOUND);
	}

	ModelAndView show(String token, UUID booking, String after) {
		return page("registrations/booking/show", token, booking)
			.addObject("after", (after != null && AFTER.contains(after)) ? after : null)
			.addObject("ticket", this.links.token(BookingLinks.Purpose.TICKET, booking));
	}

	ModelAndView page(String view, String token, UUID booking) {
		List<Line> lines = lines(this.bookings.booking(booking));
		return new ModelAndView(view).addObject("token", token)
			.addObject("lines", lines)
			.addObject("first", lines.getFirst());
	}

	/** In the order in which they begin. */
	List<Line> lines(List<Registration> registrations) {
		Instant now = this.clock.instant();
		Map<UUID, OccurrenceFacts> dates = this.occurrences
			.find(registrations.stream().map(Registration::occurrenceId).distinct().toList())
			.stream()
			.collect(Collectors.toMap(OccurrenceFacts::id, Function.identity()));
		Map<UUID, Seats> seats = this.allocation.seats(dates.keySet());
		List<Line> lines = new ArrayList<>();
		for (Registration one : registrations) {
			OccurrenceFacts date = dates.get(one.occurrenceId());
			lines.add(new Line(one, date, this.waitingList.placeOf(one), seats.get(one.occurrenceId()),
					date.isOver(now)));
		}
		lines.sort(Comparator.comparing((line) -> line.date().startsAt()));
		return lines;
	}

}
