package ru.sosedi.network;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.Role;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.StaleEditException;

/**
 * Keeps the rooms of a library: an administrator everywhere, a librarian in her own
 * libraries.
 */
@Service
@Transactional(readOnly = true)
public class RoomService {

	private final RoomRepository rooms;

	private final LibraryRepository libraries;

	private final Trail trail;

	RoomService(RoomRepository rooms, LibraryRepository libraries, Trail trail) {
		this.rooms = rooms;
		this.libraries = libraries;
		this.trail = trail;
	}

	/** The rooms of a library by name, with their equipment. */
	public List<Room> of(UUID libraryId) {
		List<Room> rooms = this.rooms.findByLibraryIdOrderByName(libraryId);
		rooms.forEach(Room::details);
		return rooms;
	}

	/**
	 * @throws NotFoundException when there is none, or when it is not the actor's to keep
	 */
	public Room forKeeping(Actor actor, UUID id) {
		Room room = this.rooms.findById(id).orElseThrow(() -> new NotFoundException("room " + id));
		requireKeeper(actor, room.library().id());
		room.details();
		room.library().name();
		return room;
	}

	/**
	 * @throws RefusedException when the library has a room of that name
	 */
	@Transactional
	public Room create(Actor actor, UUID libraryId, RoomDetails details) {
		requireKeeper(actor, libraryId);
		Library library = this.libraries.findById(libraryId)
			.orElseThrow(() -> new NotFoundException("library " + libraryId));
		requireNameFree(libraryId, details, null);
		Room room = this.rooms.save(new Room(library, details));
		this.trail.tell(actor, "network.room.created", Room.class, room.id(), subject(room), Map.of(),
				details.fields());
		return room;
	}

	/**
	 * @param version the version that was edited
	 * @throws StaleEditException when somebody saved it in between
	 * @throws RefusedException when the library has another room of that name
	 */
	@Transactional
	public Room change(Actor actor, UUID id, RoomDetails details, long version) {
		Room room = forKeeping(actor, id);
		if (room.version() != version) {
			throw new StaleEditException("room " + id);
		}
		RoomDetails before = room.details();
		if (!before.equals(details)) {
			requireNameFree(room.library().id(), details, id);
			room.change(details);
			this.rooms.flush();
			this.trail.tell(actor, "network.room.changed", Room.class, id, subject(room), before.fields(),
					details.fields());
		}
		return room;
	}

	/**
	 * @throws RefusedException while something is held in it
	 */
	@Transactional
	public void remove(Actor actor, UUID id) {
		Room room = forKeeping(actor, id);
		Map<String, String> before = room.details().fields();
		try {
			this.rooms.delete(room);
			this.rooms.flush();
		}
		catch (DataIntegrityViolationException ex) {
			throw new RefusedException(null, "network.room.in-use");
		}
		this.trail.tell(actor, "network.room.removed", Room.class, id, subject(room), before, Map.of());
	}

	private static String subject(Room room) {
		return room.library().name() + ": " + room.name();
	}

	private void requireNameFree(UUID libraryId, RoomDetails details, UUID id) {
		this.rooms.findByLibraryIdAndName(libraryId, details.name())
			.filter((other) -> !other.id().equals(id))
			.ifPresent((_) -> {
				throw new RefusedException("name", "network.room.name.taken");
			});
	}

	private static void requireKeeper(Actor actor, UUID libraryId) {
		if (!actor.is(Role.ADMINISTRATOR) && !actor.worksAt(libraryId)) {
			throw new NotFoundException("rooms of library " + libraryId + " for " + actor.accountId());
		}
	}

}
