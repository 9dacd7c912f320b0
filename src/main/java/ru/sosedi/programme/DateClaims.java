package ru.sosedi.programme;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

import ru.sosedi.shared.RefusedException;

/**
 * What modules above have to say before a date changes: people may have signed up for it.
 * Implementations are beans, called within the transaction of the change.
 */
public interface DateClaims {

	/** Until the transaction ends nobody signs up for these dates. */
	void lock(Collection<UUID> occurrenceIds);

	/**
	 * @param capacity {@code null} for as many as come
	 * @throws RefusedException at {@code capacity} when more people are signed up
	 */
	void requireRoomFor(UUID occurrenceId, Integer capacity);

	/**
	 * Those of the dates that somebody counts on: they can be cancelled, so that people
	 * are told, but not removed.
	 */
	Set<UUID> claimed(Collection<UUID> occurrenceIds);

}
