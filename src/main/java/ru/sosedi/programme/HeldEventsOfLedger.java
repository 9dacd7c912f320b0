package ru.sosedi.programme;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;
import ru.sosedi.ledger.HeldEvents;

/** Names the events that settled a part of a commitment. */
@Component
class HeldEventsOfLedger implements HeldEvents {

	private final OccurrenceDirectory occurrences;

	private final EventTitle title;

	HeldEventsOfLedger(OccurrenceDirectory occurrences, EventTitle title) {
		this.occurrences = occurrences;
		this.title = title;
	}

	@Override
	public Map<UUID, Held> named(Collection<UUID> occurrenceIds) {
		return this.occurrences.find(occurrenceIds)
			.stream()
			.collect(Collectors.toMap(OccurrenceFacts::id, (date) -> new Held(this.title.of(date.form(), date.title()),
					date.listed() ? date.page() : "/desk/programme/events/" + date.eventId())));
	}

}
