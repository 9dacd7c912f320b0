package ru.sosedi.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * One fact as it is shown, with what was said about it.
 *
 * @param centre {@code null} when none is named
 * @param occurrenceId of an event that was held, else {@code null}
 * @param event the event as the programme calls it; {@code null} for an entry, and when
 * the programme knows it no more
 * @param words empty for an event
 * @param link may be {@code null}
 * @param forSide who says so; {@code null} for the portal and a coordinator
 * @param file the name of the evidence, or {@code null}
 * @param confirmation {@code null} until then
 * @param withdrawal {@code null} while the fact stands
 * @param acts what the person who asks may do with it
 */
public record Fact(UUID id, UUID commitmentId, BigDecimal amount, LocalDate day, String centre, UUID occurrenceId,
		HeldEvents.Held event, String words, String link, Instant recordedAt, String recordedBy, String forSide,
		String file, Said confirmation, Said withdrawal, List<Dispute> disputes, Acts acts) {

	/**
	 * Who did it and when.
	 *
	 * @param reason may be empty
	 */
	public record Said(String by, Instant at, String reason) {

	}

	/**
	 * Somebody says no.
	 *
	 * @param answer how it ended; {@code null} while it is open
	 */
	public record Dispute(Said said, Answer answer, Said answered) {

		public boolean isOpen() {
			return this.answer == null;
		}

	}

	/** How a dispute ended. */
	public enum Answer {

		CONFIRMED, DISPUTE_WITHDRAWN, FACT_WITHDRAWN;

		/** The message that says it. */
		public String messageKey() {
			return "ledger.dispute." + name();
		}

	}

	/** What one person may do. */
	public record Acts(boolean confirm, boolean dispute, boolean withdrawDispute, boolean withdraw) {

		static final Acts NONE = new Acts(false, false, false, false);

		public boolean any() {
			return this.confirm || this.dispute || this.withdrawDispute || this.withdraw;
		}

	}

	public boolean isEvent() {
		return this.occurrenceId != null;
	}

	public boolean isDisputed() {
		return this.withdrawal == null && this.disputes.stream().anyMatch(Dispute::isOpen);
	}

	/** Whether it counts. */
	public boolean isDone() {
		return this.withdrawal == null && !isDisputed() && (isEvent() || this.confirmation != null);
	}

	/** The message that says how it stands. */
	public String messageKey() {
		if (this.withdrawal != null) {
			return "ledger.fact.state.WITHDRAWN";
		}
		if (isDisputed()) {
			return "ledger.fact.state.DISPUTED";
		}
		if (isEvent()) {
			return "ledger.fact.state.EVENT";
		}
		return (this.confirmation != null) ? "ledger.fact.state.CONFIRMED" : "ledger.fact.state.UNCONFIRMED";
	}

}
