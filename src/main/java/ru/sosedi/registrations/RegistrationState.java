package ru.sosedi.registrations;

import java.util.EnumSet;
import java.util.Set;

/** How far a sign-up for one date has come. */
public enum RegistrationState {

	/** Seats of a form that somebody is filling in; whose, nobody knows yet. */
	HELD,
	/** Signed up; the link in the letter has not been followed yet. */
	UNCONFIRMED,
	/** Confirmed by the person; the library has yet to agree. */
	REQUESTED,
	/** Has the seats. */
	CONFIRMED,
	/** On the waiting list, the whole group or nobody. */
	WAITING,
	/** Seats came free and wait for the answer of this group. */
	OFFERED,
	/** Given up, by the person, the staff or because the date was cancelled. */
	CANCELLED,
	/** The library did not agree. */
	DECLINED,
	/** Not confirmed, or the offer not taken, in time. */
	LAPSED;

	/** Those that count as a sign-up: one person has one of them for a date. */
	public static final Set<RegistrationState> LIVE = Set
		.copyOf(EnumSet.of(UNCONFIRMED, REQUESTED, CONFIRMED, WAITING, OFFERED));

	public boolean isLive() {
		return LIVE.contains(this);
	}

	/** Whether its seats are taken from the capacity. */
	public boolean hasSeats() {
		return this == HELD || (isLive() && this != WAITING);
	}

	/** Whether it loses its seats by itself at a certain moment. */
	public boolean expires() {
		return this == HELD || this == UNCONFIRMED || this == OFFERED;
	}

	/** The message that names it. */
	public String messageKey() {
		return "registrations.state." + name();
	}

}
