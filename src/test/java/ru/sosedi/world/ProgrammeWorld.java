package ru.sosedi.world;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.springframework.stereotype.Component;
import ru.sosedi.accounts.Actor;
import ru.sosedi.network.NeighbourhoodCentre;
import ru.sosedi.programme.Admission;
import ru.sosedi.programme.AgeMark;
import ru.sosedi.programme.Audience;
import ru.sosedi.programme.DeliveryMode;
import ru.sosedi.programme.Event;
import ru.sosedi.programme.EventDetails;
import ru.sosedi.programme.EventForm;
import ru.sosedi.programme.EventService;
import ru.sosedi.programme.Occurrence;
import ru.sosedi.programme.OccurrenceDetails;
import ru.sosedi.programme.OccurrenceService;
import ru.sosedi.programme.PartnerChoice;
import ru.sosedi.programme.Publication;
import ru.sosedi.programme.Theme;

/** Events of the test world, in real rows; each call makes a new one. */
@Component
public class ProgrammeWorld {

	/** Saturday, eight days after the test clock's start. */
	public static final LocalDate SATURDAY = LocalDate.of(2026, 11, 28);

	private final EventService events;

	private final OccurrenceService occurrences;

	private final Publication publication;

	ProgrammeWorld(EventService events, OccurrenceService occurrences, Publication publication) {
		this.events = events;
		this.occurrences = occurrences;
		this.publication = publication;
	}

	/** A workshop for families, complete but for its dates. */
	public Event draft(NeighbourhoodCentre centre, String title) {
		return draft(centre, details(title));
	}

	public Event draft(NeighbourhoodCentre centre, EventDetails details) {
		return this.events.create(Actor.portal(), centre.id(), details);
	}

	/** Published, with one date on {@link #SATURDAY} from 14:00 to 15:30. */
	public Event published(NeighbourhoodCentre centre, String title) {
		return published(centre, details(title), on(SATURDAY));
	}

	/** Published with these dates, one of which must be to come. */
	public Event published(NeighbourhoodCentre centre, EventDetails details, OccurrenceDetails... dates) {
		Event event = draft(centre, details);
		for (OccurrenceDetails date : dates) {
			this.occurrences.add(Actor.portal(), event.id(), date);
		}
		this.publication.publish(Actor.portal(), event.id());
		return this.events.forReading(Actor.portal(), event.id());
	}

	/** In order. */
	public List<Occurrence> occurrencesOf(Event event) {
		return this.occurrences.ofEvent(Actor.portal(), event.id());
	}

	/** From 14:00 to 15:30, for 20 people, in no room. */
	public static OccurrenceDetails on(LocalDate day) {
		return on(day, null);
	}

	/** From 14:00 to 15:30, for 20 people. */
	public static OccurrenceDetails on(LocalDate day, UUID roomId) {
		return new OccurrenceDetails(day, LocalTime.of(14, 0), LocalTime.of(15, 30), roomId, null, 20);
	}

	public static EventDetails details(String title) {
		return new EventDetails(EventForm.WORKSHOP, title, "Складываем журавлика из бумаги.",
				"Приходите **всей семьёй**. Бумагу дадим.", AgeMark.FROM_6,
				Set.of(Audience.FAMILIES, Audience.CHILDREN), DeliveryMode.IN_HOUSE, Set.of(Theme.CRAFTS, Theme.FAMILY),
				List.of(PartnerChoice.named("Клуб «Бумажный журавль»", false)), Admission.FREE_ENTRY, "ru", true,
				"Вход без ступеней", "+7 000 000-00-02", null, null);
	}

}
