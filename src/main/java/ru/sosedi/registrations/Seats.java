package ru.sosedi.registrations;

import java.time.Instant;
import java.util.UUID;

/**
 * The seats of one date.
 *
 * @param signsUp whether people sign up for it at all: it is published and takes place
 * @param capacity {@code null} for as many as come
 * @param opensAt {@code null} from the publication on
 * @param closesAt from then on nobody signs up
 * @param waitingMost groups; {@code null} for as many as come
 * @param taken seats, those of open forms and offers among them
 * @param waiting groups
 */
public record Seats(UUID occurrenceId, boolean signsUp, Integer capacity, Instant opensAt, Instant closesAt,
		int largestGroup, boolean waitingList, Integer waitingMost, boolean moderated, int taken, int waiting) {

	private static final int NO_END = Integer.MAX_VALUE;

	/** Free seats; {@link Integer#MAX_VALUE} where nobody counts them. */
	public int left() {
		return (this.capacity == null) ? NO_END : Math.max(0, this.capacity - this.taken);
	}

	public boolean isOpen(Instant now) {
		return this.signsUp && hasOpened(now) && now.isBefore(this.closesAt);
	}

	boolean hasOpened(Instant now) {
		return this.opensAt == null || !now.isBefore(this.opensAt);
	}

	/** Whether one more group may wait. */
	public boolean takesWaiting() {
		return this.waitingList && (this.waitingMost == null || this.waiting < this.waitingMost);
	}

	/** Whether a group of that size could ever get in. */
	boolean couldHold(int seats) {
		return this.capacity == null || seats <= this.capacity;
	}

}
