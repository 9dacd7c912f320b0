package ru.sosedi.attendance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.accounts.Actor;
import ru.sosedi.programme.OccurrenceDirectory;
import ru.sosedi.programme.OccurrenceFacts;
import ru.sosedi.registrations.AgeBand;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.RefusedException;

/**
 * The check-in at the door. Acts are added and never changed: ticks from two phones, one
 * of them without a connection for an hour, come to the same in any order.
 */
@Service
@Transactional(readOnly = true)
public class CheckIns {

	private static final Duration DOORS_OPEN = Duration.ofHours(12);

	private final JdbcClient jdbc;

	private final OccurrenceDirectory occurrences;

	private final Clock clock;

	CheckIns(JdbcClient jdbc, OccurrenceDirectory occurrences, Clock clock) {
		this.jdbc = jdbc;
		this.occurrences = occurrences;
		this.clock = clock;
	}

	/**
	 * Who is there.
	 *
	 * @param came how many of each sign-up's group; those who have not come are not in it
	 * @param walkIns how many of each age had not signed up; {@code null} stands for an
	 * age that is not known
	 */
	public record Present(Map<UUID, Integer> came, Map<AgeBand, Integer> walkIns, int walkInsOfUnknownAge) {

		public int signedUp() {
			return this.came.values().stream().mapToInt(Integer::intValue).sum();
		}

		public int walkedIn() {
			return this.walkInsOfUnknownAge + this.walkIns.values().stream().mapToInt(Integer::intValue).sum();
		}

		public int all() {
			return signedUp() + walkedIn();
		}

		/** 0 for a group of which nobody has come. */
		public int of(UUID registrationId) {
			return this.came.getOrDefault(registrationId, 0);
		}

	}

	/** Of a date whose rows the caller may see. */
	public Present present(UUID occurrenceId) {
		Map<UUID, Integer> came = new HashMap<>();
		this.jdbc.sql("""
				select distinct on (registration_id) registration_id, people from check_in
				where occurrence_id = ? and registration_id is not null
				order by registration_id, at desc, number desc
				""").param(occurrenceId).query((row) -> {
			if (row.getInt("people") > 0) {
				came.put(row.getObject("registration_id", UUID.class), row.getInt("people"));
			}
		});
		Map<AgeBand, Integer> walkIns = new EnumMap<>(AgeBand.class);
		int[] unknown = { 0 };
		this.jdbc.sql("""
				select age_band, greatest(sum(people), 0) as people from check_in
				where occurrence_id = ? and registration_id is null group by age_band
				""").param(occurrenceId).query((row) -> {
			String band = row.getString("age_band");
			if (band == null) {
				unknown[0] = row.getInt("people");
			}
			else if (row.getInt("people") > 0) {
				walkIns.put(AgeBand.valueOf(band), row.getInt("people"));
			}
		});
		return new Present(came, walkIns, unknown[0]);
	}

	/**
	 * Writes an act down, once.
	 * @throws NotFoundException when the date is not the actor's, or the sign-up is not
	 * for that date
	 * @throws RefusedException when it is too early to check anybody in
	 */
	@Transactional
	public void record(Actor actor, UUID occurrenceId, Tick tick) {
		OccurrenceFacts date = this.occurrences.forStaff(actor, occurrenceId);
		Instant now = this.clock.instant();
		Instant doors = date.startsAt().toInstant().minus(DOORS_OPEN);
		if (now.isBefore(doors)) {
			throw new RefusedException(null, "attendance.check-in.early");
		}
		if (tick.registrationId() != null && !isOf(tick.registrationId(), occurrenceId)) {
			throw new NotFoundException("registration " + tick.registrationId());
		}
		// a device whose clock is wrong must not win over all others for ever
		Instant at = (tick.at() == null || tick.at().isAfter(now)) ? now : tick.at();
		this.jdbc
			.sql("""
					insert into check_in (id, occurrence_id, registration_id, people, age_band, at, recorded_at, recorded_by)
					values (:id, :occurrence, cast(:registration as uuid), :people, cast(:band as text), :at, :now, :by)
					on conflict (id) do nothing
					""")
			.param("id", tick.id())
			.param("occurrence", occurrenceId)
			.param("registration", tick.registrationId())
			.param("people", tick.people())
			.param("band", (tick.ageBand() == null) ? null : tick.ageBand().name())
			.param("at", (at.isBefore(doors) ? doors : at).atOffset(ZoneOffset.UTC))
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("by", actor.accountId())
			.update();
	}

	private boolean isOf(UUID registrationId, UUID occurrenceId) {
		return this.jdbc
			.sql("select exists (select from registration where id = ? and occurrence_id = ? and state <> 'HELD')")
			.params(registrationId, occurrenceId)
			.query(Boolean.class)
			.single();
	}

}
