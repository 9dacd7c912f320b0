package ru.sosedi.network;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.Role;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.StaleEditException;

/**
 * Plans, opens, pauses and closes the centres at libraries: an administrator's work.
 * Dates are days of the library's own time zone; none may lie ahead, for a centre that is
 * to open some day is a planned one.
 */
@Service
@Transactional(readOnly = true)
public class CentreService {

	private final NeighbourhoodCentreRepository centres;

	private final LibraryRepository libraries;

	private final Slugs slugs;

	private final Trail trail;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	CentreService(NeighbourhoodCentreRepository centres, LibraryRepository libraries, Slugs slugs, Trail trail,
			ApplicationEventPublisher events, Clock clock) {
		this.centres = centres;
		this.libraries = libraries;
		this.slugs = slugs;
		this.trail = trail;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Plans a centre at a library.
	 * @throws RefusedException when the library has one
	 */
	@Transactional
	public NeighbourhoodCentre plan(Actor actor, UUID libraryId, CentreDetails details) {
		requireAdministrator(actor);
		Library library = this.libraries.findById(libraryId)
			.orElseThrow(() -> new NotFoundException("library " + libraryId));
		if (this.centres.findWithLibraryByLibraryId(libraryId).isPresent()) {
			throw new RefusedException(null, "network.centre.there-already");
		}
		NeighbourhoodCentre centre = written(
				new NeighbourhoodCentre(library, this.slugs.freeForCentre(details.name()), details));
		this.trail.tell(actor, "network.centre.planned", NeighbourhoodCentre.class, centre.id(), centre.name(),
				Map.of(), details.fields());
		return centre;
	}

	/**
	 * @param version the version that was edited
	 * @throws StaleEditException when somebody saved it in between
	 */
	@Transactional
	public NeighbourhoodCentre change(Actor actor, UUID libraryId, CentreDetails details, long version) {
		NeighbourhoodCentre centre = kept(actor, libraryId);
		if (centre.version() != version) {
			throw new StaleEditException("centre " + centre.id());
		}
		CentreDetails before = centre.details();
		if (!before.equals(details)) {
			centre.change(details);
			written(centre);
			this.trail.tell(actor, "network.centre.changed", NeighbourhoodCentre.class, centre.id(), centre.name(),
					before.fields(), details.fields());
			if (!before.name().equals(details.name())) {
				this.events.publishEvent(new NeighbourhoodCentre.Renamed(centre.id()));
			}
		}
		return centre;
	}

	/**
	 * Opens the centre: for the first time, after a pause or again.
	 * @throws RefusedException when it is open or the date cannot be so
	 */
	@Transactional
	public void open(Actor actor, UUID libraryId, LocalDate date) {
		live(actor, libraryId, date, "network.centre.opened", (centre) -> centre.open(date));
	}

	/**
	 * @throws RefusedException when it is not open, the date cannot be so or the reason
	 * is missing
	 */
	@Transactional
	public void pause(Actor actor, UUID libraryId, LocalDate date, String reason) {
		live(actor, libraryId, date, "network.centre.paused", (centre) -> centre.pause(date, reason));
	}

	/**
	 * @throws RefusedException when it is closed, the date cannot be so or the reason is
	 * missing
	 */
	@Transactional
	public void close(Actor actor, UUID libraryId, LocalDate date, String reason) {
		live(actor, libraryId, date, "network.centre.closed", (centre) -> centre.close(date, reason));
	}

	private void live(Actor actor, UUID libraryId, LocalDate date, String action, Consumer<NeighbourhoodCentre> verb) {
		NeighbourhoodCentre centre = kept(actor, libraryId);
		if (date == null) {
			throw new RefusedException("date", "network.centre.date.missing");
		}
		if (date.isAfter(LocalDate.ofInstant(this.clock.instant(), centre.library().timeZone()))) {
			throw new RefusedException("date", "network.centre.date.ahead");
		}
		Map<String, String> before = centre.life();
		verb.accept(centre);
		this.trail.tell(actor, action, NeighbourhoodCentre.class, centre.id(), centre.name(), before, centre.life());
	}

	/** The account of the coordinator is the one thing here that may not exist. */
	private NeighbourhoodCentre written(NeighbourhoodCentre centre) {
		try {
			return this.centres.saveAndFlush(centre);
		}
		catch (DataIntegrityViolationException ex) {
			throw new RefusedException("coordinatorId", "network.centre.coordinator.unknown");
		}
	}

	private NeighbourhoodCentre kept(Actor actor, UUID libraryId) {
		requireAdministrator(actor);
		return this.centres.findWithLibraryByLibraryId(libraryId)
			.orElseThrow(() -> new NotFoundException("centre at library " + libraryId));
	}

	private static void requireAdministrator(Actor actor) {
		if (!actor.is(Role.ADMINISTRATOR)) {
			throw new NotFoundException("centres for " + actor.accountId());
		}
	}

}
