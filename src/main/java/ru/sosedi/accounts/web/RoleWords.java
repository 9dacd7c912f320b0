package ru.sosedi.accounts.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import ru.sosedi.accounts.Account;
import ru.sosedi.accounts.PlacesOfWork;
import ru.sosedi.accounts.PlacesOfWork.Place;
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

	RoleWords(MessageSource messages, PlacesOfWork places) {
		this.messages = messages;
		this.places = places;
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
			String gone = this.messages.getMessage("accounts.role.library_gone", null, locale);
			return ": " + names.getOrDefault(grant.libraryId(), gone);
		}
		return (grant.ngoName() != null) ? ": " + grant.ngoName() : "";
	}

	private Map<UUID, String> namesOf(Account account) {
		List<UUID> ids = account.grants()
			.stream()
			.filter((grant) -> grant.libraryId() != null)
			.map(RoleGrant::libraryId)
			.toList();
		return named(ids).stream()
			.collect(Collectors.toMap(Place::id, Place::name, (one, other) -> one, LinkedHashMap::new));
	}

	List<Place> named(List<UUID> ids) {
		return ids.isEmpty() ? List.of() : this.places.withIds(ids);
	}

	List<Place> find(String text, int limit) {
		return this.places.find(text, limit);
	}

}
