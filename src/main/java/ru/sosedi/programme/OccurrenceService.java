package ru.sosedi.programme;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.accounts.Actor;
import ru.sosedi.network.Centres;
import ru.sosedi.network.Library;
import ru.sosedi.network.Room;
import ru.sosedi.shared.Ids;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.StaleEditException;

/** The single dates of events. */
@Service
@Transactional(readOnly = true)
public class OccurrenceService {

	/** More dates than that belong to several events. */
	static final int MOST_PER_EVENT = 1000;

	private final OccurrenceRepository occurrences;

	private final StaffEvents staff;

	private final Centres centres;

	private final DateClaimsOfAll claims;

	private final Clock clock;

	OccurrenceService(OccurrenceRepository occurrences, StaffEvents staff, Centres centres, DateClaimsOfAll claims,
			Clock clock) {
		this.occurrences = occurrences;
		this.staff = staff;
		this.centres = centres;
		this.claims = claims;
		this.clock = clock;
	}

	/** All dates of an event that the actor may see, in order, with their rooms. */
	public List<Occurrence> ofEvent(Actor actor, UUID eventId) {
		return this.occurrences.findOfEvent(this.staff.toRead(actor, eventId).id());
	}

	/** A date that the actor may change, with event, centre, library and room. */
	public Occurrence forChange(Actor actor, UUID id) {
		return this.staff.occurrenceToChange(actor, id);
	}

	/** Adds one date to those that the event has. */
	@Transactional
	public Occurrence add(Actor actor, UUID eventId, OccurrenceDetails details) {
		Event event = this.staff.toChange(actor, eventId);
		requireOpen(event);
		Library library = event.centre().library();
		Occurrence occurrence = new Occurrence(event, details, library.timeZone(), room(library, details), false,
				this.clock.instant());
		requireFree(occurrence, Ids.next());
		if (this.occurrences.countByEventId(eventId) >= MOST_PER_EVENT) {
			throw new RefusedException(null, "programme.occurrence.many", MOST_PER_EVENT);
		}
		event.touch(this.clock.instant());
		this.occurrences.saveAndFlush(occurrence);
		this.staff.record(actor, "programme.occurrence.added", event, Map.of(), fields(occurrence));
		this.claims.changed(event);
		return occurrence;
	}

	/** Changes one date alone. */
	@Transactional
	public void change(Actor actor, UUID id, long version, OccurrenceDetails details) {
		Occurrence occurrence = this.staff.occurrenceToChange(actor, id);
		Instant now = this.clock.instant();
		requireVersion(occurrence, version);
		requireOpen(occurrence.event());
		requireNotOver(occurrence, now);
		Map<String, String> before = fields(occurrence);
		if (!Objects.equals(details.capacity(), occurrence.capacity())) {
			this.claims.requireRoomFor(id, details.capacity());
		}
		Occurrence.Moved moved = moved(occurrence);
		int sequence = occurrence.sequence();
		occurrence.change(details, room(occurrence.event().centre().library(), details), now);
		requireFree(occurrence, id);
		occurrence.event().touch(now);
		this.occurrences.flush();
		this.staff.record(actor, "programme.occurrence.changed", occurrence.event(), before, fields(occurrence));
		this.claims.changed(occurrence.event());
		tellMoved(occurrence, moved, sequence);
	}

	/** Cancels one date alone; residents go on seeing it with the reason. */
	@Transactional
	public void cancel(Actor actor, UUID id, String reason) {
		Occurrence occurrence = this.staff.occurrenceToChange(actor, id);
		Instant now = this.clock.instant();
		requireNotOver(occurrence, now);
		Map<String, String> before = fields(occurrence);
		occurrence.cancel(reason, now);
		occurrence.event().touch(now);
		this.staff.record(actor, "programme.occurrence.cancelled", occurrence.event(), before,
				Map.of("state", occurrence.state().name(), "reason", occurrence.cancellationReason()));
		this.occurrences.flush();
		this.claims.changed(occurrence.event());
		this.claims.publish(new Occurrence.Cancelled(id, occurrence.cancellationReason()));
	}

	/** Removes a date of a draft that residents have never seen. */
	@Transactional
	public void remove(Actor actor, UUID id) {
		Occurrence occurrence = this.staff.occurrenceToChange(actor, id);
		if (occurrence.event().wasPublished()) {
			throw new RefusedException(null, "programme.occurrence.removal.published");
		}
		this.claims.requireFree(List.of(id));
		this.staff.record(actor, "programme.occurrence.removed", occurrence.event(), fields(occurrence), Map.of());
		this.occurrences.delete(occurrence);
		this.occurrences.flush();
		this.claims.changed(occurrence.event());
	}

	/** A date as it is, to be told of when it has moved. */
	static Occurrence.Moved moved(Occurrence occurrence) {
		return new Occurrence.Moved(occurrence.id(), occurrence.startsAt(), occurrence.endsAt(), occurrence.where());
	}

	/** Where residents would notice: the date is listed, and calendars take it over. */
	void tellMoved(Occurrence occurrence, Occurrence.Moved before, int sequence) {
		if (occurrence.isListed() && occurrence.isScheduled() && occurrence.sequence() != sequence
				&& before.startedAt().isAfter(this.clock.instant())) {
			this.claims.publish(before);
		}
	}

	/** The room that the details name, if any; another library's is refused. */
	Room room(Library library, OccurrenceDetails details) {
		if (details.roomId() == null) {
			return null;
		}
		return this.centres.roomsOf(library.id())
			.stream()
			.filter((room) -> room.id().equals(details.roomId()))
			.findFirst()
			.orElseThrow(() -> new RefusedException("roomId", "programme.occurrence.room.unknown"));
	}

	static void requireOpen(Event event) {
		if (event.state() == EventState.CANCELLED) {
			throw new RefusedException(null, "programme.event.change.cancelled");
		}
	}

	private static void requireNotOver(Occurrence occurrence, Instant now) {
		if (occurrence.isOver(now)) {
			throw new RefusedException(null, "programme.occurrence.change.over");
		}
	}

	private void requireFree(Occurrence occurrence, UUID id) {
		if (this.occurrences.isTaken(occurrence.event().id(), occurrence.startsAt(), id)) {
			throw new RefusedException("day", "programme.occurrence.day.taken");
		}
	}

	private static void requireVersion(Occurrence occurrence, long version) {
		if (occurrence.version() != version) {
			throw new StaleEditException("occurrence " + occurrence.id());
		}
	}

	static Map<String, String> fields(Occurrence occurrence) {
		OccurrenceDetails details = occurrence.details();
		return Map.of("starts", occurrence.starts().toString(), "ends", occurrence.ends().toString(), "room",
				(occurrence.room() == null) ? "" : occurrence.room().name(), "place",
				(details.place() == null) ? "" : details.place(), "capacity",
				(details.capacity() == null) ? "" : details.capacity().toString());
	}

}
