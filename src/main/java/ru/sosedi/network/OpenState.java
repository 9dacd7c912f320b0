package ru.sosedi.network;

import java.time.LocalTime;
import java.time.ZonedDateTime;

/** Whether a library is open at a moment, in its own time zone. */
public sealed interface OpenState {

	/**
	 * Open.
	 *
	 * @param until when the day ends
	 * @param lunch the break still ahead today, or {@code null}
	 */
	record Open(LocalTime until, TimeRange lunch) implements OpenState {
	}

	/** Closed for lunch. */
	record Lunch(LocalTime until) implements OpenState {
	}

	/**
	 * Closed.
	 *
	 * @param next the next opening as far as it is known, within a year; else
	 * {@code null}
	 * @param today what the hours say about today, never {@link DayHours.Unknown}
	 */
	record Shut(ZonedDateTime next, DayHours today) implements OpenState {
	}

	/** No timetable covers today: never say that the library is closed. */
	record Unknown() implements OpenState {
	}

}
