package ru.sosedi.registrations.web;

import java.util.List;

import ru.sosedi.registrations.Attendee;
import ru.sosedi.registrations.RegistrationState;
import ru.sosedi.registrations.Seats;

/**
 * How it stands with one date. Seats, but for those who wait: they are counted in groups.
 *
 * @param capacity {@code null} for as many as come
 * @param left {@code null} where nobody counts them
 * @param inForms seats of forms that are being filled in
 * @param minimum fewer people, and it does not take place; {@code null} when it does
 * anyway
 */
record DateFigures(Integer capacity, Integer left, int confirmed, int requested, int unconfirmed, int offered,
		int inForms, int waiting, Integer minimum) {

	static DateFigures of(List<Attendee> all, Seats seats, Integer minimum) {
		int known = all.stream().filter((one) -> one.state().hasSeats()).mapToInt(Attendee::seats).sum();
		int taken = (seats == null) ? known : seats.taken();
		Integer capacity = (seats == null) ? null : seats.capacity();
		return new DateFigures(capacity, (capacity == null) ? null : Integer.valueOf(Math.max(0, capacity - taken)),
				seats(all, RegistrationState.CONFIRMED), seats(all, RegistrationState.REQUESTED),
				seats(all, RegistrationState.UNCONFIRMED), seats(all, RegistrationState.OFFERED),
				Math.max(0, taken - known),
				(int) all.stream().filter((one) -> one.state() == RegistrationState.WAITING).count(), minimum);
	}

	private static int seats(List<Attendee> all, RegistrationState state) {
		return all.stream().filter((one) -> one.state() == state).mapToInt(Attendee::seats).sum();
	}

	/** How many people are still missing for it to take place; 0 when none are. */
	public int missing() {
		return (this.minimum == null) ? 0 : Math.max(0, this.minimum - this.confirmed);
	}

	/** Whether a group of that size could have seats at once. */
	public boolean hasRoomFor(int group) {
		return this.left == null || this.left >= group;
	}

}
