package ru.sosedi.programme;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

import ru.sosedi.agreements.CommitmentKind;

/**
 * What an event counts towards when one of its dates is closed.
 *
 * @param what in a line
 * @param from the first day on which the agreement is in force; {@code null} when it
 * never was
 * @param end the last one; {@code null} for no end
 */
public record CountedCommitment(UUID id, CommitmentKind kind, String what, BigDecimal amount, UUID agreementId,
		String number, LocalDate from, LocalDate end) {

	/** Whether the agreement is in force on that day. */
	public boolean holdsOn(LocalDate day) {
		return this.from != null && !day.isBefore(this.from) && (this.end == null || !day.isAfter(this.end));
	}

}
