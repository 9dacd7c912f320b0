package ru.sosedi.attendance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.Role;
import ru.sosedi.programme.OccurrenceDirectory;
import ru.sosedi.programme.OccurrenceFacts;

/** Finds what a ticket is for, among the dates of the member of staff who reads it. */
@Service
@Transactional(readOnly = true)
public class TicketCheck {

	private static final Duration AROUND = Duration.ofHours(12);

	private final JdbcClient jdbc;

	private final OccurrenceDirectory occurrences;

	private final Clock clock;

	TicketCheck(JdbcClient jdbc, OccurrenceDirectory occurrences, Clock clock) {
		this.jdbc = jdbc;
		this.occurrences = occurrences;
		this.clock = clock;
	}

	/**
	 * One date that a ticket is for.
	 *
	 * @param today whether it is on about now
	 */
	public record Found(UUID registrationId, OccurrenceFacts date, boolean today) {

	}

	/** The dates of a ticket at the actor's libraries, the one nearest to now first. */
	public List<Found> find(Actor actor, UUID bookingId) {
		Instant now = this.clock.instant();
		Map<UUID, UUID> registrations = new HashMap<>();
		this.jdbc.sql("""
				select r.id, r.occurrence_id from registration r
				join occurrence o on o.id = r.occurrence_id
				join event e on e.id = o.event_id
				join neighbourhood_centre c on c.id = e.centre_id
				where r.booking_id = :booking and r.state <> 'HELD' and (:all or c.library_id = any(:own))
				limit 400
				""")
			.param("booking", bookingId)
			.param("all", actor.is(Role.ADMINISTRATOR))
			.param("own", actor.libraryIds().toArray(UUID[]::new))
			.query((row) -> {
				registrations.put(row.getObject(2, UUID.class), row.getObject(1, UUID.class));
			});
		return this.occurrences.find(registrations.keySet())
			.stream()
			.map((date) -> new Found(registrations.get(date.id()), date, away(date, now).compareTo(AROUND) <= 0))
			.sorted(Comparator.comparing((found) -> away(found.date(), now)))
			.toList();
	}

	private static Duration away(OccurrenceFacts date, Instant now) {
		if (now.isBefore(date.startsAt().toInstant())) {
			return Duration.between(now, date.startsAt().toInstant());
		}
		return date.isOver(now) ? Duration.between(date.endsAt().toInstant(), now) : Duration.ZERO;
	}

}
