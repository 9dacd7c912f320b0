package ru.sosedi.accounts;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;
import ru.sosedi.accounts.PartiesOfAccounts.BoundParty;
import ru.sosedi.accounts.PartiesOfAccounts.Kind;
import ru.sosedi.shared.RefusedException;

/** Whether what roles are bound to exists. */
@Component
class RoleBounds {

	private final PlacesOfWork places;

	private final PartiesOfAccounts parties;

	RoleBounds(PlacesOfWork places, PartiesOfAccounts parties) {
		this.places = places;
		this.parties = parties;
	}

	/**
	 * @throws RefusedException when there is no grant, or one names no library, NGO or
	 * party
	 */
	void require(Collection<RoleGrant> grants) {
		if (grants.isEmpty()) {
			throw new RefusedException("roles", "accounts.roles.missing");
		}
		Set<UUID> libraries = boundTo(grants, Role.LIBRARIAN, RoleGrant::libraryId);
		if (!libraries.isEmpty() && this.places.withIds(libraries).size() != libraries.size()) {
			throw new RefusedException("libraries", "accounts.roles.unknown_library");
		}
		Set<UUID> ngos = boundTo(grants, Role.NGO_LEADER, RoleGrant::partyId);
		if (!ngos.isEmpty() && count(ngos, Set.of(Kind.NGO)) != ngos.size()) {
			throw new RefusedException("ngos", "accounts.roles.unknown_ngo");
		}
		Set<UUID> signsFor = boundTo(grants, Role.SIGNATORY, RoleGrant::partyId);
		if (!signsFor.isEmpty() && count(signsFor, Set.of(Kind.values())) != signsFor.size()) {
			throw new RefusedException("signsFor", "accounts.roles.unknown_party");
		}
	}

	private static Set<UUID> boundTo(Collection<RoleGrant> grants, Role role, Function<RoleGrant, UUID> what) {
		return grants.stream().filter((grant) -> grant.role() == role).map(what).collect(Collectors.toSet());
	}

	private long count(Set<UUID> ids, Set<Kind> kinds) {
		return this.parties.withIds(ids).stream().map(BoundParty::kind).filter(kinds::contains).count();
	}

}
