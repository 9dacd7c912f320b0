package ru.sosedi.registrations;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.sosedi.programme.SignUpNotice;
import ru.sosedi.programme.SignUpNotices;

/** Seats left, as the lists and pages of events say them: as they are at this moment. */
@Component
class SeatNotices implements SignUpNotices {

	private final JdbcClient jdbc;

	private final Clock clock;

	SeatNotices(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	// seats whose time has run out are free from that moment, not from the next sweep on
	@Override
	public Map<UUID, SignUpNotice> of(Collection<UUID> occurrenceIds) {
		Map<UUID, SignUpNotice> notices = new HashMap<>();
		Instant now = this.clock.instant();
		this.jdbc.sql("""
				select s.*, s.taken - (
					select coalesce(sum(r.seats), 0) from registration r
					where r.occurrence_id = s.occurrence_id and r.expires_at <= :now) as still_taken
					, (s.opens_at at time zone o.time_zone)::date as opens_on
				from seats s join occurrence o on o.id = s.occurrence_id
				where s.occurrence_id = any(:ids) and s.signs_up
				""")
			.param("ids", occurrenceIds.toArray(UUID[]::new))
			.param("now", SeatsLedger.utc(now))
			.query((row) -> {
				Seats seats = new Seats(row.getObject("occurrence_id", UUID.class), true,
						row.getObject("capacity", Integer.class), SeatsLedger.instant(row, "opens_at"),
						SeatsLedger.instant(row, "closes_at"), row.getInt("largest_group"),
						row.getBoolean("waiting_list"), row.getObject("waiting_most", Integer.class),
						row.getBoolean("moderated"), row.getInt("still_taken"), row.getInt("waiting"));
				notices.put(seats.occurrenceId(),
						new SignUpNotice(kind(seats, now),
								(seats.capacity() == null) ? null : Integer.valueOf(seats.left()), seats.waiting(),
								row.getObject("opens_on", LocalDate.class)));
			});
		return notices;
	}

	private static SignUpNotice.Kind kind(Seats seats, Instant now) {
		if (!seats.hasOpened(now)) {
			return SignUpNotice.Kind.NOT_YET;
		}
		if (!now.isBefore(seats.closesAt())) {
			return SignUpNotice.Kind.CLOSED;
		}
		if (seats.left() > 0) {
			return SignUpNotice.Kind.OPEN;
		}
		return seats.takesWaiting() ? SignUpNotice.Kind.WAITING_LIST : SignUpNotice.Kind.FULL;
	}

}
