package ru.sosedi.accounts.web;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import ru.sosedi.accounts.Account;
import ru.sosedi.accounts.Role;
import ru.sosedi.accounts.RoleGrant;

/**
 * Which roles a person has, as a form sends them. Values that no page offers are left
 * out.
 *
 * @param roles roles that are bound to nothing
 * @param libraries ids of the libraries in which the person is a librarian
 * @param ngos ids of the NGOs that the person leads
 * @param signsFor ids of the NGOs and library systems that the person signs for
 * @param search what to look for among the libraries
 * @param ngoSearch what to look for among the NGOs
 * @param partySearch what to look for among NGOs and library systems
 * @param version of the account; {@code null} for a new one
 */
record RolesForm(List<String> roles, List<String> libraries, List<String> ngos, List<String> signsFor, String search,
		String ngoSearch, String partySearch, Long version) {

	RolesForm {
		roles = known(roles);
		libraries = known(libraries);
		ngos = known(ngos);
		signsFor = known(signsFor);
	}

	private static List<String> known(List<String> values) {
		return (values == null) ? List.of() : values.stream().filter(Objects::nonNull).toList();
	}

	static RolesForm of(Account account) {
		List<String> unbound = account.roles().stream().filter(RoleWords.UNBOUND::contains).map(Role::name).toList();
		return new RolesForm(unbound, bound(account, Role.LIBRARIAN, RoleGrant::libraryId),
				bound(account, Role.NGO_LEADER, RoleGrant::partyId), bound(account, Role.SIGNATORY, RoleGrant::partyId),
				"", "", "", account.version());
	}

	private static List<String> bound(Account account, Role role, Function<RoleGrant, UUID> what) {
		return account.grants()
			.stream()
			.filter((grant) -> grant.role() == role)
			.map((grant) -> what.apply(grant).toString())
			.toList();
	}

	RolesForm ofVersion(Long newVersion) {
		return new RolesForm(this.roles, this.libraries, this.ngos, this.signsFor, this.search, this.ngoSearch,
				this.partySearch, newVersion);
	}

	static List<UUID> ids(List<String> texts) {
		return texts.stream().map(RolesForm::id).filter(Objects::nonNull).distinct().toList();
	}

	private static UUID id(String text) {
		try {
			return UUID.fromString(text);
		}
		catch (IllegalArgumentException forged) {
			return null;
		}
	}

	Set<RoleGrant> toGrants() {
		Set<RoleGrant> grants = new LinkedHashSet<>();
		RoleWords.UNBOUND.stream()
			.filter((role) -> this.roles.contains(role.name()))
			.forEach((role) -> grants.add(RoleGrant.of(role)));
		ids(this.libraries).forEach((library) -> grants.add(RoleGrant.librarianOf(library)));
		ids(this.ngos).forEach((ngo) -> grants.add(RoleGrant.leaderOf(ngo)));
		ids(this.signsFor).forEach((party) -> grants.add(RoleGrant.signatoryFor(party)));
		return grants;
	}

}
