package ru.sosedi.network;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.Role;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.StaleEditException;

/**
 * Keeps the libraries. An administrator keeps all of them; a librarian changes what her
 * own ones offer, but not whose they are, what they are called and where they stand.
 */
@Service
@Transactional(readOnly = true)
public class LibraryService {

	private final LibraryRepository libraries;

	private final LibrarySystemRepository systems;

	private final Slugs slugs;

	private final Trail trail;

	private final JdbcClient jdbc;

	LibraryService(LibraryRepository libraries, LibrarySystemRepository systems, Slugs slugs, Trail trail,
			JdbcClient jdbc) {
		this.libraries = libraries;
		this.systems = systems;
		this.slugs = slugs;
		this.trail = trail;
		this.jdbc = jdbc;
	}

	/**
	 * The library with everything that a form shows.
	 * @throws NotFoundException when there is none, or when it is not the actor's to keep
	 */
	public Library forKeeping(Actor actor, UUID id) {
		Library library = kept(actor, id);
		library.details();
		library.system().shortName();
		return library;
	}

	/** The keys of all libraries of a system: to find out which ones a table names. */
	public List<LibraryKey> keysOf(UUID systemId) {
		return this.jdbc.sql("""
				select id, number, name, address, version
				from library
				where library_system_id = ?
				order by id
				""").param(systemId).query(LibraryKey.class).list();
	}

	/** What is stored of each; ids that are not there are left out. */
	public Map<UUID, LibraryDetails> detailsOf(Collection<UUID> ids) {
		Map<UUID, LibraryDetails> details = new HashMap<>();
		this.libraries.findAllById(ids).forEach((library) -> details.put(library.id(), library.details()));
		return details;
	}

	/**
	 * @throws RefusedException when the system is not there or has that number already
	 */
	@Transactional
	public Library create(Actor actor, LibraryDetails details) {
		if (!actor.is(Role.ADMINISTRATOR)) {
			throw new NotFoundException("new library for " + actor.accountId());
		}
		requireNumberFree(details, null);
		Library library = this.libraries
			.saveAndFlush(new Library(systemOf(details), this.slugs.freeForLibrary(details.name()), details));
		this.trail.tell(actor, "network.library.created", Library.class, library.id(), library.name(), Map.of(),
				details.fields());
		return library;
	}

	/**
	 * @param version the version that was edited
	 * @throws StaleEditException when somebody saved it in between
	 * @throws RefusedException when the system is not there or has that number already
	 */
	@Transactional
	public Library change(Actor actor, UUID id, LibraryDetails details, long version) {
		Library library = kept(actor, id);
		if (library.version() != version) {
			throw new StaleEditException("library " + id);
		}
		LibraryDetails before = library.details();
		LibraryDetails after = actor.is(Role.ADMINISTRATOR) ? details : details.withIdentityOf(before);
		if (!before.equals(after)) {
			requireNumberFree(after, id);
			library.change(systemOf(after), after);
			this.libraries.flush();
			this.trail.tell(actor, "network.library.changed", Library.class, id, library.name(), before.fields(),
					after.fields());
		}
		return library;
	}

	/**
	 * @throws RefusedException while it has a centre, events or people
	 */
	@Transactional
	public void remove(Actor actor, UUID id) {
		if (!actor.is(Role.ADMINISTRATOR)) {
			throw new NotFoundException("library " + id + " for " + actor.accountId());
		}
		Library library = kept(actor, id);
		Map<String, String> before = library.details().fields();
		try {
			this.libraries.delete(library);
			this.libraries.flush();
		}
		catch (DataIntegrityViolationException ex) {
			throw new RefusedException(null, "network.library.in-use");
		}
		this.trail.tell(actor, "network.library.removed", Library.class, id, library.name(), before, Map.of());
	}

	private Library kept(Actor actor, UUID id) {
		if (!actor.is(Role.ADMINISTRATOR) && !actor.worksAt(id)) {
			throw new NotFoundException("library " + id + " for " + actor.accountId());
		}
		return this.libraries.findById(id).orElseThrow(() -> new NotFoundException("library " + id));
	}

	private LibrarySystem systemOf(LibraryDetails details) {
		return this.systems.findById(details.systemId())
			.orElseThrow(() -> new RefusedException("systemId", "network.library.system.missing"));
	}

	private void requireNumberFree(LibraryDetails details, UUID id) {
		if (details.number() == null) {
			return;
		}
		this.jdbc.sql("select id, name from library where library_system_id = ? and number = ?")
			.param(details.systemId())
			.param(details.number())
			.query((row, n) -> Map.entry(row.getObject(1, UUID.class), row.getString(2)))
			.optional()
			.filter((other) -> !other.getKey().equals(id))
			.ifPresent((other) -> {
				throw new RefusedException("number", "network.library.number.taken", other.getValue());
			});
	}

}
