package ru.sosedi.partners;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A membership as the alliance's page shows it.
 *
 * @param leftOn the first day without it; {@code null} while it is a member
 */
public record Member(UUID membershipId, UUID ngoId, String shortName, NgoState state, LocalDate joinedOn,
		LocalDate leftOn) {

}
