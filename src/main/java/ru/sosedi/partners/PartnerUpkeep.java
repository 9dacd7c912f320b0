package ru.sosedi.partners;

import java.util.UUID;

import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.Role;
import ru.sosedi.shared.NotFoundException;

/**
 * Who keeps a card: coordinators and administrators all of them, a leader her own NGO's.
 */
final class PartnerUpkeep {

	private PartnerUpkeep() {
	}

	static boolean ofAll(Actor actor) {
		return actor.is(Role.COORDINATOR) || actor.is(Role.ADMINISTRATOR);
	}

	/**
	 * @throws NotFoundException for a party that the actor does not keep
	 */
	static void require(Actor actor, UUID partyId) {
		if (!ofAll(actor) && !actor.leads(partyId)) {
			throw new NotFoundException("party " + partyId + " for " + actor.accountId());
		}
	}

	/**
	 * @throws NotFoundException for everybody but coordinators and administrators
	 */
	static void requireAll(Actor actor) {
		if (!ofAll(actor)) {
			throw new NotFoundException("partners for " + actor.accountId());
		}
	}

}
