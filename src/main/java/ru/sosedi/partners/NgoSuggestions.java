package ru.sosedi.partners;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a form offers somebody who types the name of an NGO. */
@Service
@Transactional(readOnly = true)
public class NgoSuggestions {

	private final NgoDirectory directory;

	private final SimilarNgos similar;

	NgoSuggestions(NgoDirectory directory, SimilarNgos similar) {
		this.directory = directory;
		this.similar = similar;
	}

	/**
	 * Those whose names hold the words, then those whose names are nearly the same.
	 * @param without is not offered
	 * @param most of the first; at most five of the others come behind them
	 */
	public List<NgoOption> to(String words, Collection<UUID> without, int most) {
		Map<UUID, NgoOption> found = new LinkedHashMap<>();
		this.directory.find(words, most).forEach((option) -> found.put(option.id(), option));
		this.similar.to(words, null)
			.forEach((ngo) -> found.putIfAbsent(ngo.id(), new NgoOption(ngo.id(), ngo.shortName())));
		found.keySet().removeAll(without);
		return List.copyOf(found.values());
	}

}
