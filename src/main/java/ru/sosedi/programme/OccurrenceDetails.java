package ru.sosedi.programme;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;

import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.TypedText;

/**
 * When and where one occurrence is, on the wall clock of its library.
 *
 * @param day its first day
 * @param starts its hour
 * @param ends its end; at or before the start it means the next morning, within
 * {@value #LONGEST_HOURS} hours
 * @param roomId a room of the centre's library; {@code null} when it is elsewhere
 * @param place where, when not in a room, or how to connect; may be {@code null}
 * @param capacity how many people there is room for; {@code null} when not limited
 */
public record OccurrenceDetails(LocalDate day, LocalTime starts, LocalTime ends, UUID roomId, String place,
		Integer capacity) {

	static final int LONGEST_HOURS = 16;

	static final int GREATEST_CAPACITY = 100_000;

	private static final int FIRST_YEAR = 2000;

	private static final int LAST_YEAR = 2100;

	/**
	 * @throws RefusedException at the field that is missing or makes no sense
	 */
	public OccurrenceDetails {
		TypedText.required(day, "day", "programme.occurrence.day.missing");
		TypedText.required(starts, "starts", "programme.occurrence.starts.missing");
		TypedText.required(ends, "ends", "programme.occurrence.ends.missing");
		if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
			throw new RefusedException("day", "programme.occurrence.day.absurd");
		}
		if (starts.equals(ends) || length(starts, ends).toHours() >= LONGEST_HOURS) {
			throw new RefusedException("ends", "programme.occurrence.ends.early");
		}
		if (capacity != null && (capacity < 1 || capacity > GREATEST_CAPACITY)) {
			throw new RefusedException("capacity", "programme.occurrence.capacity.absurd", GREATEST_CAPACITY);
		}
		place = TypedText.noLonger(TypedText.line(place), EventDetails.LONGEST_LINE, "place");
	}

	private static Duration length(LocalTime starts, LocalTime ends) {
		Duration length = Duration.between(starts, ends);
		return length.isNegative() ? length.plusDays(1) : length;
	}

	/** The day on which it ends: the next one when it passes midnight. */
	LocalDate lastDay() {
		return this.ends.isAfter(this.starts) ? this.day : this.day.plusDays(1);
	}

	/** The same on another day. */
	OccurrenceDetails on(LocalDate other) {
		return new OccurrenceDetails(other, this.starts, this.ends, this.roomId, this.place, this.capacity);
	}

}
