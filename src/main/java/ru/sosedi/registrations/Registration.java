package ru.sosedi.registrations;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import ru.sosedi.shared.Email;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.TypedText;

/**
 * A group of people and one date. Rows are made by {@link SeatAllocation}, in the
 * statement that takes the seats; whoever changes one has locked the {@link Seats} of its
 * date before.
 */
@Entity
public class Registration {

	static final int LONGEST_REASON = 300;

	@Id
	private UUID id;

	private UUID bookingId;

	private UUID occurrenceId;

	@Enumerated(EnumType.STRING)
	private RegistrationState state;

	private int seats;

	private String name;

	private String email;

	private String phone;

	private String language;

	@Enumerated(EnumType.STRING)
	private Source source;

	private UUID registeredBy;

	private Instant createdAt;

	private Instant changedAt;

	private Instant expiresAt;

	private boolean extended;

	private Long queueNumber;

	private String reason;

	private Instant erasedAt;

	@Version
	private long version;

	protected Registration() {
	}

	/** Who wrote it down. */
	public enum Source {

		/** The person, on a page. */
		SELF,
		/** A librarian, for the person. */
		DESK

	}

	/** The person followed the link, or said yes to an offer. */
	void confirm(boolean moderated, Instant now) {
		boolean lapsed = this.state == RegistrationState.LAPSED;
		require(lapsed || this.state == RegistrationState.UNCONFIRMED || this.state == RegistrationState.OFFERED);
		become((moderated && this.state != RegistrationState.OFFERED) ? RegistrationState.REQUESTED
				: RegistrationState.CONFIRMED, now);
	}

	/** The library agrees, or knows from the person herself that she comes. */
	void agree(Instant now) {
		require(this.state == RegistrationState.REQUESTED || this.state == RegistrationState.UNCONFIRMED
				|| this.state == RegistrationState.OFFERED);
		become(RegistrationState.CONFIRMED, now);
	}

	/** The library does not agree. */
	void decline(String why, Instant now) {
		require(this.state == RegistrationState.REQUESTED);
		this.reason = reason(why);
		become(RegistrationState.DECLINED, now);
	}

	/** Joins the end of the waiting list. */
	void await(long number, Instant now) {
		require(this.state == RegistrationState.LAPSED);
		this.queueNumber = number;
		become(RegistrationState.WAITING, now);
	}

	/**
	 * A seat came free for it.
	 * @param outOfTurn why it is not the next one's, or {@code null} when it is
	 */
	void offer(Instant until, String outOfTurn, Instant now) {
		require(this.state == RegistrationState.WAITING);
		this.reason = outOfTurn;
		become(RegistrationState.OFFERED, now);
		this.expiresAt = until;
	}

	/**
	 * @param why {@code null} when it is the person's own wish
	 */
	void cancel(String why, Instant now) {
		require(this.state.isLive());
		this.reason = why;
		become(RegistrationState.CANCELLED, now);
	}

	/** Time has run out. */
	void lapse(Instant now) {
		require(this.state.expires());
		become(RegistrationState.LAPSED, now);
	}

	void changeSeats(int number, Instant now) {
		require(this.state.isLive());
		this.seats = number;
		this.changedAt = now;
	}

	/** Nothing stays that could tell who it was. */
	void erase(Instant now) {
		this.name = null;
		this.email = null;
		this.phone = null;
		this.erasedAt = now;
	}

	private void become(RegistrationState next, Instant now) {
		this.state = next;
		this.expiresAt = null;
		this.changedAt = now;
	}

	private void require(boolean possible) {
		if (!possible) {
			throw new RefusedException(null, "registrations.refused.state." + this.state);
		}
	}

	/**
	 * @throws RefusedException at the field {@code reason} when it says nothing
	 */
	static String reason(String typed) {
		return TypedText.noLonger(TypedText.required(typed, "reason", "registrations.reason.missing"), LONGEST_REASON,
				"reason");
	}

	public UUID id() {
		return this.id;
	}

	/** The same for all dates that were signed up for in one go. */
	public UUID bookingId() {
		return this.bookingId;
	}

	public UUID occurrenceId() {
		return this.occurrenceId;
	}

	public RegistrationState state() {
		return this.state;
	}

	public int seats() {
		return this.seats;
	}

	/** {@code null} once erased. */
	public String name() {
		return this.name;
	}

	/** {@code null} when there is none, and once erased. */
	public Email email() {
		return (this.email == null) ? null : new Email(this.email);
	}

	/** As E.164 writes it; {@code null} when there is none, and once erased. */
	public String phone() {
		return this.phone;
	}

	/** Of the person's letters. */
	public Locale language() {
		return Locale.of(this.language);
	}

	public Source source() {
		return this.source;
	}

	public Instant createdAt() {
		return this.createdAt;
	}

	/** Until when it keeps its seats; {@code null} when they are not for a time only. */
	public Instant expiresAt() {
		return this.expiresAt;
	}

	/** The order of the waiting list; {@code null} for whoever never waited. */
	public Long queueNumber() {
		return this.queueNumber;
	}

	/** Why it was cancelled, declined or served out of turn; may be {@code null}. */
	public String reason() {
		return this.reason;
	}

	public boolean isErased() {
		return this.erasedAt != null;
	}

}
