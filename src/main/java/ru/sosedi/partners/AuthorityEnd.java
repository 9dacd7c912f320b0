package ru.sosedi.partners;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A party for which soon nobody speaks.
 *
 * @param until the last day of the latest authority; {@code null} when none was ever
 * recorded
 * @param days how many days are left after today; negative when it is over
 */
public record AuthorityEnd(UUID partyId, String shortName, LocalDate until, long days) {

	public boolean over() {
		return this.days < 0;
	}

}
