package ru.sosedi.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A stretch of days within which an amount is owed.
 *
 * @param to the last day; {@code null} for no end
 * @param amount above zero
 */
public record Period(LocalDate from, LocalDate to, BigDecimal amount) {

	/** Whether all of it is owed by the evening of the day before. */
	public boolean isOverOn(LocalDate today) {
		return this.to != null && this.to.isBefore(today);
	}

}
