package ru.sosedi.programme;

import java.util.Collection;
import java.util.UUID;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import ru.sosedi.shared.RefusedException;

/** Asks everybody who has a say, and tells everybody who has to know. */
@Component
class DateClaimsOfAll {

	private final ObjectProvider<DateClaims> all;

	private final ApplicationEventPublisher publisher;

	DateClaimsOfAll(ObjectProvider<DateClaims> all, ApplicationEventPublisher publisher) {
		this.all = all;
		this.publisher = publisher;
	}

	void requireRoomFor(UUID occurrenceId, Integer capacity) {
		this.all.forEach((claims) -> claims.requireRoomFor(occurrenceId, capacity));
	}

	void lock(Collection<UUID> occurrenceIds) {
		this.all.forEach((claims) -> claims.lock(occurrenceIds));
	}

	long claimed(Collection<UUID> occurrenceIds) {
		return this.all.stream().flatMap((claims) -> claims.claimed(occurrenceIds).stream()).distinct().count();
	}

	/**
	 * @throws RefusedException when somebody counts on one of the dates
	 */
	void requireFree(Collection<UUID> occurrenceIds) {
		lock(occurrenceIds);
		long claimed = claimed(occurrenceIds);
		if (claimed > 0) {
			throw new RefusedException(null, "programme.occurrence.claimed", claimed);
		}
	}

	/** After the rows are written. */
	void changed(Event event) {
		this.publisher.publishEvent(new Event.Changed(event.id()));
	}

	void publish(Object happened) {
		this.publisher.publishEvent(happened);
	}

}
