package ru.sosedi.accounts.web;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import ru.sosedi.accounts.PartiesOfAccounts;
import ru.sosedi.accounts.PartiesOfAccounts.BoundParty;
import ru.sosedi.accounts.PartiesOfAccounts.Kind;
import ru.sosedi.accounts.PlacesOfWork;
import ru.sosedi.accounts.PlacesOfWork.Place;
import ru.sosedi.shared.web.Option;

/**
 * What roles can be bound to, as a form shows it: what is chosen, and what a search found
 * beside it. A network has thousands of libraries: never all.
 */
@Component
class RoleChoices {

	static final int MOST = 20;

	private static final Set<Kind> NGOS = Set.of(Kind.NGO);

	private static final Set<Kind> ALL = Set.of(Kind.values());

	private final PlacesOfWork places;

	private final PartiesOfAccounts parties;

	RoleChoices(PlacesOfWork places, PartiesOfAccounts parties) {
		this.places = places;
		this.parties = parties;
	}

	/** Three choices on the page: libraries, NGOs to lead, parties to sign for. */
	void into(ModelAndView page, RolesForm form) {
		page.addObject("libraryChoice", Choice.of(form.libraries(), form.search(),
				(ids) -> places(this.places.withIds(ids)), (text) -> places(this.places.find(text, MOST))));
		page.addObject("ngoChoice",
				Choice.of(form.ngos(), form.ngoSearch(), (ids) -> parties(this.parties.withIds(ids), NGOS),
						(text) -> parties(this.parties.find(text, NGOS, MOST), NGOS)));
		page.addObject("partyChoice",
				Choice.of(form.signsFor(), form.partySearch(), (ids) -> parties(this.parties.withIds(ids), ALL),
						(text) -> parties(this.parties.find(text, ALL, MOST), ALL)));
	}

	private static List<Option> places(List<Place> places) {
		return places.stream().map((place) -> new Option(place.id().toString(), place.name())).toList();
	}

	private static List<Option> parties(List<BoundParty> parties, Set<Kind> kinds) {
		return parties.stream()
			.filter((party) -> kinds.contains(party.kind()))
			.map((party) -> new Option(party.id().toString(), party.name()))
			.toList();
	}

	/**
	 * @param chosen what the form brought along
	 * @param found what the search found and is not chosen yet
	 * @param searched whether a search was made at all
	 */
	record Choice(List<Option> chosen, List<Option> found, boolean searched) {

		static Choice of(List<String> values, String search, Function<List<UUID>, List<Option>> named,
				Function<String, List<Option>> find) {
			List<UUID> ids = RolesForm.ids(values);
			List<Option> chosen = ids.isEmpty() ? List.of() : named.apply(ids);
			String text = (search == null) ? "" : search.strip();
			if (text.isEmpty()) {
				return new Choice(chosen, List.of(), false);
			}
			Set<String> taken = chosen.stream().map(Option::value).collect(Collectors.toSet());
			List<Option> found = find.apply(text).stream().filter((option) -> !taken.contains(option.value())).toList();
			return new Choice(chosen, found, true);
		}

	}

}
