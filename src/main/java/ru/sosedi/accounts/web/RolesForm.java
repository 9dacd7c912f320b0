package ru.sosedi.accounts.web;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import ru.sosedi.accounts.Account;
import ru.sosedi.accounts.Role;
import ru.sosedi.accounts.RoleGrant;
import ru.sosedi.shared.RefusedException;

/**
 * Which roles a person has, as a form sends them. Values that no page offers are left
 * out.
 *
 * @param roles roles that are bound to nothing
 * @param libraries ids of the libraries in which the person is a librarian
 * @param ngoName the NGO that the person leads; empty for none
 * @param search what to look for among the libraries
 * @param version of the account; {@code null} for a new one
 */
record RolesForm(List<String> roles, List<String> libraries, String ngoName, String search, Long version) {

	private static final int LONGEST_NAME = 200;

	RolesForm {
		roles = (roles == null) ? List.of() : roles.stream().filter(Objects::nonNull).toList();
		libraries = (libraries == null) ? List.of() : libraries.stream().filter(Objects::nonNull).toList();
	}

	static RolesForm empty() {
		return new RolesForm(List.of(), List.of(), "", "", null);
	}

	static RolesForm of(Account account) {
		List<String> unbound = account.roles().stream().filter(RoleWords.UNBOUND::contains).map(Role::name).toList();
		List<String> libraries = account.grants()
			.stream()
			.filter((grant) -> grant.libraryId() != null)
			.map((grant) -> grant.libraryId().toString())
			.toList();
		String ngo = account.grants()
			.stream()
			.map(RoleGrant::ngoName)
			.filter(Objects::nonNull)
			.sorted()
			.findFirst()
			.orElse("");
		return new RolesForm(unbound, libraries, ngo, "", account.version());
	}

	List<UUID> libraryIds() {
		return this.libraries.stream().map(RolesForm::id).filter(Objects::nonNull).distinct().toList();
	}

	private static UUID id(String text) {
		try {
			return UUID.fromString(text);
		}
		catch (IllegalArgumentException forged) {
			return null;
		}
	}

	/**
	 * @throws RefusedException when the name of the NGO is too long
	 */
	Set<RoleGrant> toGrants() {
		Set<RoleGrant> grants = new LinkedHashSet<>();
		RoleWords.UNBOUND.stream()
			.filter((role) -> this.roles.contains(role.name()))
			.forEach((role) -> grants.add(RoleGrant.of(role)));
		libraryIds().forEach((library) -> grants.add(RoleGrant.librarianOf(library)));
		String ngo = oneLine(this.ngoName);
		if (ngo.length() > LONGEST_NAME) {
			throw new RefusedException("ngoName", "accounts.roles.ngo_long", LONGEST_NAME);
		}
		if (!ngo.isEmpty()) {
			grants.add(RoleGrant.leaderOf(ngo));
		}
		return grants;
	}

	private static String oneLine(String text) {
		return (text == null) ? "" : text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]+|\\s+", " ").strip();
	}

}
