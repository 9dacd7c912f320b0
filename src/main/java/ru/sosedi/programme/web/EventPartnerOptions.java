package ru.sosedi.programme.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import ru.sosedi.partners.NgoDirectory;
import ru.sosedi.partners.NgoLink;
import ru.sosedi.partners.NgoOption;
import ru.sosedi.partners.NgoSuggestions;

/** The partners that the form of an event offers: the chosen ones, then the found. */
@Component
class EventPartnerOptions {

	private static final int MOST_FOUND = 10;

	private final NgoDirectory directory;

	private final NgoSuggestions suggestions;

	EventPartnerOptions(NgoDirectory directory, NgoSuggestions suggestions) {
		this.directory = directory;
		this.suggestions = suggestions;
	}

	/** One line of the choice. */
	record Line(String id, String name, boolean chosen, boolean leads) {

	}

	void fill(Model model, EventFields form) {
		Set<UUID> chosen = new LinkedHashSet<>();
		form.chosenPartners().stream().map(Typed::id).filter(Objects::nonNull).forEach(chosen::add);
		String words = form.wordsLookedFor();
		Map<UUID, String> names = new HashMap<>();
		this.directory.named(chosen).forEach((id, link) -> names.put(id, link.shortName()));
		List<UUID> shown = new ArrayList<>(chosen.stream().filter(names::containsKey).toList());
		List<NgoOption> found = (words == null) ? List.of() : this.suggestions.to(words, chosen, MOST_FOUND);
		found.forEach((option) -> {
			names.put(option.id(), option.name());
			shown.add(option.id());
		});
		model.addAttribute("partnerLines",
				shown.stream()
					.map((id) -> new Line(id.toString(), names.get(id), chosen.contains(id), form.leads(id.toString())))
					.toList());
		model.addAttribute("partnerWords", words);
		model.addAttribute("partnersFound", found.size());
	}

	/** The names of the partners, one a line, in order. */
	String names(EventFields form) {
		List<UUID> ids = form.chosenPartners().stream().map(Typed::id).filter(Objects::nonNull).distinct().toList();
		Map<UUID, NgoLink> links = this.directory.named(ids);
		return ids.stream()
			.filter(links::containsKey)
			.map((id) -> links.get(id).shortName())
			.collect(Collectors.joining("\n"));
	}

}
