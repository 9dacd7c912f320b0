package ru.sosedi.ledger;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * The names of events that were held, asked of the programme, which stands above this
 * module and implements this.
 */
@FunctionalInterface
public interface HeldEvents {

	/**
	 * An event on a day.
	 *
	 * @param title with its form, in the language of the request
	 * @param address of its page: the public one, else that of the desk
	 */
	record Held(String title, String address) {

	}

	/** By id of the date; dates that are gone are left out. */
	Map<UUID, Held> named(Collection<UUID> occurrenceIds);

}
