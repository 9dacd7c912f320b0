package ru.sosedi.programme;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.network.Centres;
import ru.sosedi.network.DayHours;
import ru.sosedi.network.NeighbourhoodCentre;
import ru.sosedi.network.OpeningHours;
import ru.sosedi.network.Room;

/**
 * Looks dates over before they are saved: is the library open, is the room free and large
 * enough.
 */
@Service
@Transactional(readOnly = true)
public class DateCheck {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

	private static final int MOST_BOOKINGS = 5000;

	private final Centres centres;

	private final JdbcClient jdbc;

	private final Clock clock;

	DateCheck(Centres centres, JdbcClient jdbc, Clock clock) {
		this.centres = centres;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	private record Booking(String title, Instant from, Instant to) {

		boolean overlaps(Instant start, Instant end) {
			return this.from.isBefore(end) && start.isBefore(this.to);
		}

	}

	/**
	 * @param inHouse whether the event is held in the library: elsewhere its hours do not
	 * matter
	 * @param eventId whose own bookings do not count; may be {@code null}
	 * @return in the order of the dates; empty when all is well
	 */
	public List<DateWarning> check(NeighbourhoodCentre centre, boolean inHouse, List<OccurrenceDetails> dates,
			UUID eventId) {
		if (dates.isEmpty()) {
			return List.of();
		}
		OpeningHours hours = this.centres.hoursOf(centre.library().id());
		ZoneId zone = centre.library().timeZone();
		List<Booking> bookings = bookings(dates, zone, eventId);
		Integer seats = seats(centre, dates.getFirst());
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), zone);
		List<DateWarning> warnings = new ArrayList<>();
		for (OccurrenceDetails date : dates) {
			if (date.day().isBefore(today)) {
				warnings.add(DateWarning.of(date.day(), false, "past"));
			}
			if (inHouse) {
				opening(date, hours.on(date.day())).ifPresent(warnings::add);
			}
			taken(date, zone, bookings).ifPresent(warnings::add);
		}
		if (seats != null && dates.getFirst().capacity() != null && dates.getFirst().capacity() > seats) {
			warnings.add(DateWarning.of(dates.getFirst().day(), false, "seats", seats));
		}
		return warnings;
	}

	private static Optional<DateWarning> opening(OccurrenceDetails date, DayHours day) {
		return Optional.ofNullable(switch (day) {
			case DayHours.Closed closed -> DateWarning.of(date.day(), true, "closed", closed.reason());
			case DayHours.Maintenance _ -> DateWarning.of(date.day(), true, "maintenance");
			case DayHours.DayOff _ -> DateWarning.of(date.day(), true, "day-off");
			case DayHours.Working working -> outside(date, working);
			case DayHours.Unknown _ -> null;
		});
	}

	private static DateWarning outside(OccurrenceDetails date, DayHours.Working working) {
		LocalTime opens = working.opens();
		if (date.starts().isBefore(opens)) {
			return DateWarning.of(date.day(), false, "before-opening", TIME.format(opens));
		}
		boolean late = date.ends().isAfter(working.closes()) || date.lastDay().isAfter(date.day());
		return late ? DateWarning.of(date.day(), false, "after-closing", TIME.format(working.closes())) : null;
	}

	private static Optional<DateWarning> taken(OccurrenceDetails date, ZoneId zone, List<Booking> bookings) {
		Instant start = date.day().atTime(date.starts()).atZone(zone).toInstant();
		Instant end = date.lastDay().atTime(date.ends()).atZone(zone).toInstant();
		return bookings.stream()
			.filter((booking) -> booking.overlaps(start, end))
			.findFirst()
			.map((booking) -> DateWarning.of(date.day(), false, "room-taken", booking.title(),
					TIME.format(booking.from().atZone(zone)), TIME.format(booking.to().atZone(zone))));
	}

	private Integer seats(NeighbourhoodCentre centre, OccurrenceDetails date) {
		return (date.roomId() == null) ? null
				: this.centres.roomsOf(centre.library().id())
					.stream()
					.filter((room) -> room.id().equals(date.roomId()))
					.findFirst()
					.map(Room::seats)
					.orElse(null);
	}

	private List<Booking> bookings(List<OccurrenceDetails> dates, ZoneId zone, UUID eventId) {
		UUID room = dates.getFirst().roomId();
		if (room == null) {
			return List.of();
		}
		return this.jdbc.sql("""
				select e.title, o.starts_at, o.ends_at
				from occurrence o join event e on e.id = o.event_id
				where o.room_id = :room and o.state = 'SCHEDULED' and e.state <> 'CANCELLED'
					and o.starts_at < :to and o.starts_at > :from and e.id is distinct from :event
				order by o.starts_at
				limit :most
				""")
			.param("room", room)
			.param("from", Timestamp.from(dates.getFirst().day().minusDays(1).atStartOfDay(zone).toInstant()))
			.param("to", Timestamp.from(dates.getLast().day().plusDays(2).atStartOfDay(zone).toInstant()))
			.param("event", eventId, Types.OTHER)
			.param("most", MOST_BOOKINGS)
			.query((row, _) -> new Booking(row.getString(1), row.getTimestamp(2).toInstant(),
					row.getTimestamp(3).toInstant()))
			.list();
	}

}
