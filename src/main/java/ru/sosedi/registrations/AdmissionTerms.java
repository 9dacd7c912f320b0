package ru.sosedi.registrations;

import java.time.Duration;
import java.time.Instant;

import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.TypedText;

/**
 * On what terms people sign up.
 *
 * @param minimum fewer people, and it does not take place; {@code null} when it does
 * anyway
 * @param opensDaysBefore the start of sign-up, in days before the event; {@code null}
 * from the publication on
 * @param closesMinutesBefore the end of sign-up, in minutes before the event begins
 * @param largestGroup how many seats one person may take, 1 to {@value #MOST_IN_A_GROUP}
 * @param waitingList whether people may wait for a seat
 * @param waitingMost how many groups may wait; {@code null} for as many as come
 * @param moderated whether the library agrees to each sign-up
 * @param asksAges whether the age band of each person is asked
 * @param booking how the dates of a series are booked; of no meaning for a single date
 */
public record AdmissionTerms(Integer minimum, Integer opensDaysBefore, int closesMinutesBefore, int largestGroup,
		boolean waitingList, Integer waitingMost, boolean moderated, boolean asksAges, Booking booking) {

	public static final int MOST_IN_A_GROUP = 20;

	public static final int MOST_WAITING = 1000;

	public static final int MOST_DAYS_BEFORE = 365;

	public static final int MOST_MINUTES_BEFORE = 43_200;

	private static final int GREATEST_MINIMUM = 100_000;

	/**
	 * @throws RefusedException at the field that makes no sense
	 */
	public AdmissionTerms {
		within(minimum, 1, GREATEST_MINIMUM, "minimum");
		within(opensDaysBefore, 1, MOST_DAYS_BEFORE, "opensDaysBefore");
		within(closesMinutesBefore, 0, MOST_MINUTES_BEFORE, "closesMinutesBefore");
		within(largestGroup, 1, MOST_IN_A_GROUP, "largestGroup");
		within(waitingMost, 1, MOST_WAITING, "waitingMost");
		TypedText.required(booking, "booking", "registrations.policy.booking.missing");
		waitingMost = waitingList ? waitingMost : null;
		if (opensDaysBefore != null && Duration.ofDays(opensDaysBefore).toMinutes() <= closesMinutesBefore) {
			throw new RefusedException("opensDaysBefore", "registrations.policy.opens-late");
		}
	}

	private static void within(Integer number, int least, int most, String field) {
		if (number != null && (number < least || number > most)) {
			throw new RefusedException(field, "registrations.policy.range", least, most);
		}
	}

	/** What holds where nobody has said otherwise. */
	public static AdmissionTerms usual() {
		return new AdmissionTerms(null, null, 0, 5, true, null, false, false, Booking.SINGLE);
	}

	/** {@code null} from the publication on. */
	public Instant opensAt(Instant startsAt) {
		return (this.opensDaysBefore == null) ? null : startsAt.minus(Duration.ofDays(this.opensDaysBefore));
	}

	/** From this moment on nobody signs up any more. */
	public Instant closesAt(Instant startsAt) {
		return startsAt.minus(Duration.ofMinutes(this.closesMinutesBefore));
	}

}
