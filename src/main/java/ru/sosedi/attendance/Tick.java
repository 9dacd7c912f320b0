package ru.sosedi.attendance;

import java.time.Instant;
import java.util.UUID;

import ru.sosedi.registrations.AdmissionTerms;
import ru.sosedi.registrations.AgeBand;
import ru.sosedi.shared.RefusedException;

/**
 * One act at the door.
 *
 * @param id made on the device: the same act sent twice is one
 * @param registrationId {@code null} for somebody who had not signed up
 * @param people of a sign-up: how many of the group have come, 0 to take the tick back;
 * of a walk-in: 1, or -1 to take one back
 * @param ageBand of a walk-in; {@code null} when not known
 * @param at by the device's clock; {@code null} for now
 */
public record Tick(UUID id, UUID registrationId, int people, AgeBand ageBand, Instant at) {

	/**
	 * @throws RefusedException when the number makes no sense
	 */
	public Tick {
		boolean fits = (registrationId != null) ? people >= 0 && people <= AdmissionTerms.MOST_IN_A_GROUP
				: people == 1 || people == -1;
		if (id == null || !fits) {
			throw new RefusedException(null, "attendance.check-in.absurd");
		}
	}

}
