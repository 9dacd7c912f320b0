package ru.sosedi.accounts.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import ru.sosedi.accounts.PlacesOfWork.Place;
import ru.sosedi.shared.web.Option;

/**
 * The libraries that a form shows: those chosen, and what a search found beside them. A
 * network has thousands: never all.
 *
 * @param chosen libraries that the form brought along
 * @param found libraries that the search found and that are not chosen yet
 * @param searched whether a search was made at all
 */
record LibraryChoice(List<Option> chosen, List<Option> found, boolean searched) {

	static final int MOST = 20;

	static LibraryChoice of(RolesForm form, RoleWords words) {
		List<Option> chosen = options(words.named(form.libraryIds()));
		String text = (form.search() == null) ? "" : form.search().strip();
		if (text.isEmpty()) {
			return new LibraryChoice(chosen, List.of(), false);
		}
		Set<String> taken = chosen.stream().map(Option::value).collect(Collectors.toSet());
		List<Option> found = options(words.find(text, MOST)).stream()
			.filter((option) -> !taken.contains(option.value()))
			.toList();
		return new LibraryChoice(chosen, found, true);
	}

	private static List<Option> options(List<Place> places) {
		return places.stream().map((place) -> new Option(place.id().toString(), place.name())).toList();
	}

}
