package ru.sosedi.network;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.Role;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.StaleEditException;

/** Keeps the library systems: an administrator's work. */
@Service
@Transactional(readOnly = true)
public class LibrarySystemService {

	private static final Limit MOST = Limit.of(500);

	private final LibrarySystemRepository systems;

	private final Trail trail;

	LibrarySystemService(LibrarySystemRepository systems, Trail trail) {
		this.systems = systems;
		this.trail = trail;
	}

	/** The systems by name, at most 500. */
	public List<LibrarySystem> all() {
		return this.systems.findAllByOrderByShortName(MOST);
	}

	/**
	 * @throws NotFoundException when there is none
	 */
	public LibrarySystem byId(UUID id) {
		return this.systems.findById(id).orElseThrow(() -> new NotFoundException("library system " + id));
	}

	/**
	 * @throws RefusedException when another system has that INN
	 */
	@Transactional
	public LibrarySystem create(Actor actor, LibrarySystemDetails details) {
		requireAdministrator(actor);
		requireInnFree(details, null);
		LibrarySystem system = this.systems.save(new LibrarySystem(details));
		this.trail.tell(actor, "network.system.created", LibrarySystem.class, system.id(), system.shortName(), Map.of(),
				details.fields());
		return system;
	}

	/**
	 * @param version the version that was edited
	 * @throws StaleEditException when somebody saved it in between
	 */
	@Transactional
	public LibrarySystem change(Actor actor, UUID id, LibrarySystemDetails details, long version) {
		requireAdministrator(actor);
		LibrarySystem system = byId(id);
		if (system.version() != version) {
			throw new StaleEditException("library system " + id);
		}
		LibrarySystemDetails before = system.details();
		if (!before.equals(details)) {
			requireInnFree(details, id);
			system.change(details);
			this.trail.tell(actor, "network.system.changed", LibrarySystem.class, id, system.shortName(),
					before.fields(), details.fields());
		}
		return system;
	}

	/**
	 * @throws RefusedException while it owns a library
	 */
	@Transactional
	public void remove(Actor actor, UUID id) {
		requireAdministrator(actor);
		LibrarySystem system = byId(id);
		try {
			this.systems.delete(system);
			this.systems.flush();
		}
		catch (DataIntegrityViolationException ex) {
			throw new RefusedException(null, "network.system.in-use");
		}
		this.trail.tell(actor, "network.system.removed", LibrarySystem.class, id, system.shortName(),
				system.details().fields(), Map.of());
	}

	private void requireInnFree(LibrarySystemDetails details, UUID id) {
		this.systems.findByInn(details.inn().value()).filter((other) -> !other.id().equals(id)).ifPresent((other) -> {
			throw new RefusedException("inn", "network.system.inn.taken", other.shortName());
		});
	}

	private static void requireAdministrator(Actor actor) {
		if (!actor.is(Role.ADMINISTRATOR)) {
			throw new NotFoundException("library systems for " + actor.accountId());
		}
	}

}
