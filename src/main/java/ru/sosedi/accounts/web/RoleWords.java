package ru.sosedi.accounts.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import ru.sosedi.accounts.Account;
import ru.sosedi.accounts.PartiesOfAccounts;
import ru.sosedi.accounts.PlacesOfWork;
import ru.sosedi.accounts.Role;
import ru.sosedi.accounts.RoleGrant;
import ru.sosedi.shared.web.Option;

/** Roles, and the places that they are bound to, in words. */
@Component
class RoleWords {

	/** Each language under its own name, so that whoever speaks it finds it. */
	static final List<Option> LANGUAGES = List.of("ru", "en")
		.stream()
		.map((language) -> new Option(language, inItself(Locale.of(language))))
		.toList();

	/** Roles that are bound to nothing. */
	static final List<Role> UNBOUND = List.of(Role.METHODOLOGIST, Role.COORDINATOR, Role.ADMINISTRATOR);

	private final MessageSource messages;

	private final PlacesOfWork places;

	private final PartiesOfAccounts parties;

	RoleWords(MessageSource messages, PlacesOfWork places, PartiesOfAccounts parties) {
		this.messages = messages;
		this.places = places;
		this.parties = parties;
	}

	private static String inItself(Locale language) {
		String name = language.getDisplayLanguage(language);
		return name.substring(0, 1).toUpperCase(language) + name.substring(1);
	}

	static Locale language(String code) {
		return "en".equals(code) ? Locale.ENGLISH : Locale.of("ru");
	}

	String role(Role role, Locale locale) {
		return this.messages.getMessage("accounts.role." + role.name(), null, locale);
	}

	List<Option> roles(List<Role> roles, Locale locale) {
		return roles.stream().map((role) -> new Option(role.name(), role(role, locale))).toList();
	}

	/** Each grant in words, such as "Librarian: Library 5". */
	List<String> rolesOf(Account account, Locale locale) {
		Map<UUID, String> names = namesOf(account);
		List<RoleGrant> grants = new ArrayList<>(account.grants());
		grants.sort(Comparator.comparing(RoleGrant::role));
		return grants.stream()
			.map((grant) -> role(grant.role(), locale) + boundTo(grant, names, locale))
			.sorted()
			.toList();
	}

	private String boundTo(RoleGrant grant, Map<UUID, String> names, Locale locale) {
		if (grant.libraryId() != null) {
			return ": " + nameOf(grant.libraryId(), names, "accounts.role.library_gone", locale);
		}
		return (grant.partyId() != null) ? ": " + nameOf(grant.partyId(), names, "accounts.role.party_gone", locale)
				: "";
	}

	private String nameOf(UUID id, Map<UUID, String> names, String gone, Locale locale) {
		String name = names.get(id);
		return (name != null) ? name : this.messages.getMessage(gone, null, locale);
	}

	private Map<UUID, String> namesOf(Account account) {
		Map<UUID, String> names = new HashMap<>();
		List<UUID> libraries = ids(account, RoleGrant::libraryId);
		if (!libraries.isEmpty()) {
			this.places.withIds(libraries).forEach((place) -> names.put(place.id(), place.name()));
		}
		List<UUID> bound = ids(account, RoleGrant::partyId);
		if (!bound.isEmpty()) {
			this.parties.withIds(bound).forEach((party) -> names.put(party.id(), party.name()));
		}
		return names;
	}

	private static List<UUID> ids(Account account, Function<RoleGrant, UUID> what) {
		return account.grants().stream().map(what).filter(Objects::nonNull).distinct().toList();
	}

}
