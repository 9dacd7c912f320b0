package ru.sosedi.accounts;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The NGOs and library systems that the roles of leader and signatory can be bound to.
 * Declared here, where roles are given, and answered by the module that keeps partners.
 */
public interface PartiesOfAccounts {

	/** What a party is. */
	enum Kind {

		/** A socially oriented non-profit organisation. */
		NGO,
		/** The legal entity that owns libraries. */
		LIBRARY_SYSTEM

	}

	/**
	 * Parties of these kinds whose name or INN contains the text, ordered by name.
	 * @param limit the most to return
	 */
	List<BoundParty> find(String text, Set<Kind> kinds, int limit);

	/**
	 * The parties with these ids, ordered by name; ids that name none are left out.
	 */
	List<BoundParty> withIds(Collection<UUID> ids);

	/**
	 * A party by the name that tells it from all others.
	 */
	record BoundParty(UUID id, Kind kind, String name) {

	}

}
