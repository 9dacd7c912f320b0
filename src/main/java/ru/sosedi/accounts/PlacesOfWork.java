package ru.sosedi.accounts;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * The places that the role of librarian can be bound to. Declared here, where roles are
 * given, and answered by the module that keeps libraries.
 */
public interface PlacesOfWork {

	/**
	 * Places whose name, number or address contains the text, ordered by name; all places
	 * for an empty text.
	 * @param limit the most to return
	 */
	List<Place> find(String text, int limit);

	/**
	 * The places with these ids, ordered by name; ids that name no place are left out.
	 */
	List<Place> withIds(Collection<UUID> ids);

	/**
	 * A place of work.
	 *
	 * @param name tells it from all others of the network
	 */
	record Place(UUID id, String name) {

	}

}
