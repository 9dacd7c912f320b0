package ru.sosedi.attendance;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * How an event went, in numbers that every report goes back to.
 *
 * @param signedUp seats, as they were at the closing
 * @param came of these
 * @param photos in their order
 * @param corrections oldest first
 */
public record CloseOut(UUID occurrenceId, CloseOutDetails details, int signedUp, int came, Instant closedAt,
		List<Photo> photos, List<Correction> corrections, long version) {

	/** Where the numbers come from. */
	public enum Source {

		/** Ticked at the door. */
		CHECK_IN,
		/** Counted. */
		COUNT,
		/** Estimated. */
		ESTIMATE;

		/** The message that names it. */
		public String messageKey() {
			return "attendance.source." + name();
		}

	}

	/** The event was closed; published within the transaction. */
	public record Closed(UUID occurrenceId) {

	}

	/** A picture of the event. */
	public record Photo(UUID pictureId, String alt) {

	}

	/** What was changed after the closing, and why. */
	public record Correction(Instant at, String actorName, String reason, CloseOutDetails before,
			CloseOutDetails after) {

	}

	/** How many had signed up and did not come. */
	public int didNotCome() {
		return Math.max(0, this.signedUp - this.came);
	}

}
