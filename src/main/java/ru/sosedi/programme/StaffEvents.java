package ru.sosedi.programme;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.Role;
import ru.sosedi.shared.Audited;
import ru.sosedi.shared.NotFoundException;

/**
 * The rows that a member of staff may see or change: a librarian those of her own
 * libraries, an administrator all; a methodologist sees all and changes none. What one
 * may not see is not found.
 */
@Component
class StaffEvents {

	private final EventRepository events;

	private final OccurrenceRepository occurrences;

	private final ApplicationEventPublisher publisher;

	StaffEvents(EventRepository events, OccurrenceRepository occurrences, ApplicationEventPublisher publisher) {
		this.events = events;
		this.occurrences = occurrences;
		this.publisher = publisher;
	}

	Event toRead(Actor actor, UUID id) {
		return event(id, seesAll(actor), libraries(actor));
	}

	Event toChange(Actor actor, UUID id) {
		return event(id, actor.is(Role.ADMINISTRATOR), libraries(actor));
	}

	Occurrence occurrenceToChange(Actor actor, UUID id) {
		return this.occurrences.findForStaff(id, actor.is(Role.ADMINISTRATOR), libraries(actor))
			.orElseThrow(() -> new NotFoundException("occurrence " + id));
	}

	private Event event(UUID id, boolean everywhere, Collection<UUID> libraries) {
		return this.events.findForStaff(id, everywhere, libraries)
			.orElseThrow(() -> new NotFoundException("event " + id));
	}

	static boolean seesAll(Actor actor) {
		return actor.is(Role.ADMINISTRATOR) || actor.is(Role.METHODOLOGIST);
	}

	static boolean changesIn(Actor actor, UUID libraryId) {
		return actor.is(Role.ADMINISTRATOR) || actor.worksAt(libraryId);
	}

	static Set<UUID> libraries(Actor actor) {
		return actor.is(Role.LIBRARIAN) ? actor.libraryIds() : Set.of();
	}

	/** Writes to the audit trail, within the present transaction. */
	void record(Actor actor, String action, Event event, Map<String, String> before, Map<String, String> after) {
		this.publisher.publishEvent(new Audited(actor.accountId(), actor.name(), action, "Event", event.id().toString(),
				event.title(), before, after));
	}

}
