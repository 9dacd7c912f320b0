package ru.sosedi.ledger;

import java.time.LocalDate;

/**
 * When a promise binds.
 *
 * @param lastDay as agreed and prolonged; {@code null} for no end
 * @param endedOn the last day by whatever came first: the agreed end, a termination, an
 * amendment that took the promise back; {@code null} for no end
 */
public record Term(LocalDate from, LocalDate lastDay, LocalDate endedOn) {

	boolean isCutShort() {
		return this.endedOn != null && !this.endedOn.equals(this.lastDay);
	}

}
