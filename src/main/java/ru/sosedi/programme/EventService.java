package ru.sosedi.programme;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.accounts.Actor;
import ru.sosedi.network.Centres;
import ru.sosedi.network.NeighbourhoodCentre;
import ru.sosedi.partners.Ngo;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.StaleEditException;

/** What events are: written by the staff of their centres. */
@Service
@Transactional(readOnly = true)
public class EventService {

	private final EventRepository events;

	private final OccurrenceRepository occurrences;

	private final StaffEvents staff;

	private final EventTexts texts;

	private final EventPartners partners;

	private final EventAgreements agreements;

	private final PictureService pictures;

	private final Centres centres;

	private final DateClaimsOfAll claims;

	private final Clock clock;

	EventService(EventRepository events, OccurrenceRepository occurrences, StaffEvents staff, EventTexts texts,
			EventPartners partners, EventAgreements agreements, PictureService pictures, Centres centres,
			DateClaimsOfAll claims, Clock clock) {
		this.events = events;
		this.occurrences = occurrences;
		this.staff = staff;
		this.texts = texts;
		this.partners = partners;
		this.agreements = agreements;
		this.pictures = pictures;
		this.centres = centres;
		this.claims = claims;
		this.clock = clock;
	}

	/**
	 * An event that the actor may see at the desk, with its centre and library.
	 * @throws NotFoundException when there is none
	 */
	public Event forReading(Actor actor, UUID id) {
		return loaded(this.staff.toRead(actor, id));
	}

	/**
	 * An event that the actor may change, with its centre and library.
	 * @throws NotFoundException when there is none
	 */
	public Event forChange(Actor actor, UUID id) {
		return loaded(this.staff.toChange(actor, id));
	}

	private static Event loaded(Event event) {
		event.details("");
		return event;
	}

	/** Whether the actor may change what the centre of that library does. */
	public boolean mayChange(Actor actor, Event event) {
		return StaffEvents.changesIn(actor, event.centre().library().id());
	}

	/** The Markdown of an event's description; never {@code null}. */
	public String description(UUID eventId) {
		return this.texts.find(eventId).map(EventTexts.Text::description).orElse("");
	}

	/** Who holds it together with the centre, as pages name them. */
	public List<EventPartner> partners(Event event) {
		return this.partners.named(event.partners());
	}

	/** The rendered and sanitised description; never {@code null}. */
	public String descriptionHtml(UUID eventId) {
		return this.texts.find(eventId).map(EventTexts.Text::html).orElse("");
	}

	/** Its state by the clock: {@link EventState#HELD} when its last date is over. */
	public EventState stateOf(Event event) {
		return event.stateAt(this.clock.instant(), this.occurrences.findLastEnd(event.id()).orElse(null));
	}

	/**
	 * Makes a draft.
	 * @throws NotFoundException when the centre is not the actor's
	 * @param typed partners may be named only: they get a card
	 * @throws RefusedException when the picture is not the actor's, or a partner nobody's
	 */
	@Transactional
	public Event create(Actor actor, UUID centreId, EventDetails typed) {
		NeighbourhoodCentre centre = Optional.ofNullable(centreId)
			.flatMap(this.centres::byId)
			.filter((found) -> StaffEvents.changesIn(actor, found.library().id()))
			.orElseThrow(() -> new NotFoundException("centre " + centreId));
		this.pictures.requireUsable(actor, typed.pictureId(), null);
		EventDetails details = this.partners.known(actor, typed);
		Event event = this.events.saveAndFlush(new Event(centre, details, actor.accountId(), this.clock.instant()));
		this.texts.write(event, details.description());
		this.staff.record(actor, "programme.event.created", event, Map.of(), fields(details));
		return event;
	}

	/**
	 * @param version the version that the form was opened with
	 * @throws StaleEditException when somebody saved the event since
	 * @throws RefusedException at {@code partners} when the event is published, a partner
	 * is new, and no agreement covers it where the network's rule wants one
	 */
	@Transactional
	public Event change(Actor actor, UUID id, long version, EventDetails typed) {
		Event event = this.staff.toChange(actor, id);
		requireVersion(event, version);
		EventDetails before = event.details(description(id));
		this.pictures.requireUsable(actor, typed.pictureId(), event.pictureId());
		EventDetails details = this.partners.known(actor, typed);
		this.agreements.requireCovered(event, details.partners());
		Instant now = this.clock.instant();
		boolean noticeable = event.change(details, now);
		if (noticeable) {
			this.occurrences.findOfEvent(id)
				.stream()
				.filter((occurrence) -> !occurrence.isOver(now))
				.forEach((occurrence) -> occurrence.followEvent(true, now));
		}
		this.events.saveAndFlush(event);
		this.texts.write(event, details.description());
		Map<String, String> was = fields(before);
		Map<String, String> is = fields(details);
		Map<String, String> unchanged = new TreeMap<>(was);
		unchanged.entrySet().retainAll(is.entrySet());
		was.keySet().removeAll(unchanged.keySet());
		is.keySet().removeAll(unchanged.keySet());
		this.staff.record(actor, "programme.event.changed", event, was, is);
		this.claims.changed(event);
		return event;
	}

	static void requireVersion(Event event, long version) {
		if (event.version() != version) {
			throw new StaleEditException("event " + event.id());
		}
	}

	/** A draft like it, without dates. */
	@Transactional
	public Event copy(Actor actor, UUID id) {
		Event original = this.staff.toChange(actor, id);
		EventDetails details = original.details(description(id));
		Event copy = this.events
			.saveAndFlush(new Event(original.centre(), details, actor.accountId(), this.clock.instant()));
		this.texts.write(copy, details.description());
		this.staff.record(actor, "programme.event.copied", copy, Map.of("from", id.toString()), fields(details));
		this.claims.publish(new Event.Copied(id, copy.id()));
		return copy;
	}

	/**
	 * Removes a draft that residents have never seen.
	 * @throws RefusedException when it was published once
	 */
	@Transactional
	public void remove(Actor actor, UUID id, long version) {
		Event event = this.staff.toChange(actor, id);
		requireVersion(event, version);
		if (event.wasPublished()) {
			throw new RefusedException(null, "programme.event.removal.published");
		}
		this.staff.record(actor, "programme.event.removed", event, fields(event.details("")), Map.of());
		this.events.delete(event);
	}

	/** Search finds events by the name of their centre. */
	@EventListener
	@Transactional
	public void centreRenamed(NeighbourhoodCentre.Renamed renamed) {
		for (Event event : this.events.findOfCentre(renamed.centreId())) {
			this.texts.write(event, description(event.id()));
		}
	}

	/** Search finds events by the names of their partners. */
	@EventListener
	@Transactional
	public void partnerRenamed(Ngo.Renamed renamed) {
		for (Event event : this.events.findOfPartner(renamed.ngoId())) {
			this.texts.write(event, description(event.id()));
		}
	}

	private Map<String, String> fields(EventDetails details) {
		Map<String, String> fields = new TreeMap<>();
		fields.put("form", details.form().name());
		fields.put("title", details.title());
		fields.put("summary", details.summary());
		fields.put("description", details.description());
		fields.put("ageMark", details.ageMark().sign());
		fields.put("audiences", details.audiences().stream().sorted().toList().toString());
		fields.put("deliveryMode", details.deliveryMode().name());
		fields.put("themes", details.themes().stream().sorted().toList().toString());
		fields.put("partners",
				this.partners.named(details.partners())
					.stream()
					.map(EventPartner::name)
					.collect(Collectors.joining("; ")));
		fields.put("admission", details.admission().name());
		fields.put("language", details.language());
		fields.put("accessible", String.valueOf(details.accessible()));
		fields.put("accessibilityNote", String.valueOf(details.accessibilityNote()));
		fields.put("contact", String.valueOf(details.contact()));
		fields.put("picture", String.valueOf(details.pictureId()));
		fields.put("pictureAlt", String.valueOf(details.pictureAlt()));
		return fields;
	}

}
