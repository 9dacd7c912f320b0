package ru.sosedi.programme;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Objects;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import ru.sosedi.network.Room;
import ru.sosedi.shared.Ids;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.TypedText;

/** One date of an event. */
@Entity
public class Occurrence {

	/**
	 * A date that residents know has another hour or place; published within the
	 * transaction, after its row.
	 *
	 * @param startedAt when it was to begin before
	 * @param endedAt when it was to end
	 * @param where the room or place before; may be {@code null}
	 */
	public record Moved(UUID occurrenceId, Instant startedAt, Instant endedAt, String where) {

	}

	/** A date that was to come will not take place. */
	public record Cancelled(UUID occurrenceId, String reason) {

	}

	@Id
	private UUID id;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	private Event event;

	private Instant startsAt;

	private Instant endsAt;

	private String timeZone;

	@ManyToOne(fetch = FetchType.LAZY)
	private Room room;

	private String place;

	private Integer capacity;

	@Enumerated(EnumType.STRING)
	private OccurrenceState state;

	private String cancellationReason;

	private Instant ruleStart;

	private boolean changedAlone;

	private int sequence;

	private Instant changedAt;

	private boolean listed;

	@Version
	private Long version;

	protected Occurrence() {
	}

	/**
	 * @param room the one that the details name, or {@code null}
	 * @param byRule whether the event's series made it
	 */
	Occurrence(Event event, OccurrenceDetails details, ZoneId zone, Room room, boolean byRule, Instant now) {
		this.id = Ids.next();
		this.event = event;
		this.state = OccurrenceState.SCHEDULED;
		this.timeZone = zone.getId();
		place(details, room);
		this.ruleStart = byRule ? this.startsAt : null;
		this.listed = event.isListed();
		this.changedAt = now;
	}

	private void place(OccurrenceDetails details, Room newRoom) {
		ZoneId zone = zone();
		this.startsAt = details.day().atTime(details.starts()).atZone(zone).toInstant();
		this.endsAt = details.lastDay().atTime(details.ends()).atZone(zone).toInstant();
		this.room = newRoom;
		this.place = details.place();
		this.capacity = details.capacity();
	}

	/** Changes this one alone: a new rule of the series leaves it as it is. */
	void change(OccurrenceDetails details, Room newRoom, Instant now) {
		requireScheduled();
		take(details, newRoom, now);
		this.changedAlone = this.ruleStart != null;
	}

	/** Takes over what the series says now. */
	void follow(OccurrenceDetails details, Room newRoom, Instant now) {
		take(details, newRoom, now);
		this.ruleStart = this.startsAt;
	}

	private void take(OccurrenceDetails details, Room newRoom, Instant now) {
		Instant start = this.startsAt;
		Instant end = this.endsAt;
		UUID roomBefore = roomId();
		String placeBefore = this.place;
		place(details, newRoom);
		boolean noticeable = !start.equals(this.startsAt) || !end.equals(this.endsAt)
				|| !Objects.equals(roomBefore, roomId()) || !Objects.equals(placeBefore, this.place);
		if (noticeable) {
			this.sequence++;
		}
		this.changedAt = now;
	}

	private UUID roomId() {
		return (this.room == null) ? null : this.room.id();
	}

	void cancel(String reason, Instant now) {
		requireScheduled();
		this.cancellationReason = TypedText.noLonger(
				TypedText.required(reason, "reason", "programme.occurrence.cancellation.reason-missing"),
				EventDetails.LONGEST_LINE, "reason");
		this.state = OccurrenceState.CANCELLED;
		this.changedAlone = this.ruleStart != null;
		this.sequence++;
		this.changedAt = now;
	}

	private void requireScheduled() {
		if (this.state != OccurrenceState.SCHEDULED) {
			throw new RefusedException(null, "programme.occurrence.change.cancelled");
		}
	}

	/** The event was published, withdrawn, cancelled or renamed. */
	void followEvent(boolean noticeable, Instant now) {
		this.listed = this.event.isListed();
		if (noticeable) {
			this.sequence++;
		}
		this.changedAt = now;
	}

	public boolean isScheduled() {
		return this.state == OccurrenceState.SCHEDULED;
	}

	/** Made by the series' rule and not changed by itself since. */
	boolean followsRule() {
		return this.ruleStart != null && !this.changedAlone;
	}

	public boolean isOver(Instant now) {
		return !this.endsAt.isAfter(now);
	}

	public boolean hasBegun(Instant now) {
		return !this.startsAt.isAfter(now);
	}

	public UUID id() {
		return this.id;
	}

	public Event event() {
		return this.event;
	}

	public Instant startsAt() {
		return this.startsAt;
	}

	public Instant endsAt() {
		return this.endsAt;
	}

	/** The library's zone, by whose clock it begins. */
	public ZoneId zone() {
		return ZoneId.of(this.timeZone);
	}

	/** On the wall clock of its library. */
	public ZonedDateTime starts() {
		return this.startsAt.atZone(zone());
	}

	/** On the wall clock of its library. */
	public ZonedDateTime ends() {
		return this.endsAt.atZone(zone());
	}

	public OccurrenceDetails details() {
		return new OccurrenceDetails(starts().toLocalDate(), starts().toLocalTime(), ends().toLocalTime(), roomId(),
				this.place, this.capacity);
	}

	/** May be {@code null}. */
	public Room room() {
		return this.room;
	}

	/** May be {@code null}. */
	public String place() {
		return this.place;
	}

	/** {@code null} when not limited. */
	public Integer capacity() {
		return this.capacity;
	}

	public OccurrenceState state() {
		return this.state;
	}

	/** {@code null} unless cancelled. */
	public String cancellationReason() {
		return this.cancellationReason;
	}

	/** The start that the series' rule gave; {@code null} for a date added by itself. */
	public Instant ruleStart() {
		return this.ruleStart;
	}

	/** Whether it was changed apart from its series. */
	public boolean isChangedAlone() {
		return this.changedAlone;
	}

	/** Rises with every change that calendars must take over. */
	public int sequence() {
		return this.sequence;
	}

	/** The room's name, or the other place; may be {@code null}. */
	String where() {
		return (this.room == null) ? this.place : this.room.name();
	}

	/** Whether residents may see it. */
	public boolean isListed() {
		return this.listed;
	}

	public Long version() {
		return this.version;
	}

}
