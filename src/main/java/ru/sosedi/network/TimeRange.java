package ru.sosedi.network;

import java.time.LocalTime;

/** A part of a day, {@code to} not included. */
public record TimeRange(LocalTime from, LocalTime to) {

	public TimeRange {
		if (!from.isBefore(to)) {
			throw new IllegalArgumentException("a range of time ends after it begins");
		}
	}

	public boolean contains(LocalTime time) {
		return !time.isBefore(this.from) && time.isBefore(this.to);
	}

}
