package ru.sosedi.programme;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What to offer when a list is empty: the search as it was probably meant, and what comes
 * on other days.
 */
@Service
@Transactional(readOnly = true)
public class ProgrammeSearch {

	private static final int SHOWN_ON_OTHER_DAYS = 10;

	private final JdbcClient jdbc;

	private final ProgrammeListing listing;

	ProgrammeSearch(JdbcClient jdbc, ProgrammeListing listing) {
		this.jdbc = jdbc;
		this.listing = listing;
	}

	/**
	 * What stands in for an empty list.
	 *
	 * @param corrected the text that was searched for instead, or {@code null} when it
	 * was not changed
	 * @param otherDays whether conditions on days were left out
	 * @param filter finds what is shown
	 * @param page what was found instead; may be empty
	 * @param similar words in use that look like what was typed; may be empty
	 */
	public record Instead(String corrected, boolean otherDays, ProgrammeFilter filter, ProgrammePage page,
			List<String> similar) {

	}

	/** A word that was typed and a word in use that may be meant, or {@code null}. */
	private record Guess(boolean switched, long place, String typed, String typedStem, String word, String stem) {

		/** The word itself, or another form of it, is in use. */
		boolean known() {
			return this.typed.equals(this.word) || this.typedStem.equals(this.stem);
		}

		/** Endings count less than the rest of the word. */
		boolean isLikely() {
			return this.word != null && Misspelling.isLikely(this.typedStem, this.stem);
		}

		int distance() {
			return 2 * Misspelling.distance(this.typedStem, this.stem) + Misspelling.distance(this.typed, this.word);
		}

	}

	/**
	 * At most two statements. Call it only when the filter has found nothing.
	 */
	public Instead instead(ProgrammeFilter filter, String ownCentre) {
		List<Guess> guesses = (filter.text() != null) ? guesses(filter.text()) : List.of();
		String corrected = corrected(guesses).filter((text) -> !text.equals(filter.text())).orElse(null);
		ProgrammeFilter wider = filter.onAnyDay();
		if (corrected != null) {
			wider = wider.with("q", corrected);
		}
		boolean otherDays = !wider.days(this.listing.today()).equals(filter.days(this.listing.today()));
		boolean different = corrected != null || otherDays;
		ProgrammePage page = different ? this.listing.page(wider, null, ownCentre, SHOWN_ON_OTHER_DAYS)
				: ProgrammePage.of(List.of(), null);
		return new Instead(corrected, otherDays, wider, page, similar(guesses, corrected));
	}

	private List<Guess> guesses(String text) {
		return this.jdbc
			.sql("select switched, place, typed, typed_stem, word, stem from programme_nearest_words(:text)")
			.param("text", text)
			.query(Guess.class)
			.list();
	}

	/**
	 * Every word that nobody uses replaced by the nearest one in use; empty when there is
	 * nothing to replace, or no word near enough.
	 */
	private static Optional<String> corrected(List<Guess> guesses) {
		Optional<String> asTyped = corrected(guesses, false);
		return asTyped.isPresent() ? asTyped : corrected(guesses, true);
	}

	private static Optional<String> corrected(List<Guess> guesses, boolean switched) {
		Map<Long, List<Guess>> byPlace = new LinkedHashMap<>();
		guesses.stream()
			.filter((guess) -> guess.switched() == switched)
			.forEach((guess) -> byPlace.computeIfAbsent(guess.place(), (place) -> new ArrayList<>()).add(guess));
		List<String> words = new ArrayList<>();
		for (List<Guess> choices : byPlace.values()) {
			Optional<String> word = meant(choices);
			if (word.isEmpty()) {
				return Optional.empty();
			}
			words.add(word.get());
		}
		return words.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", words));
	}

	private static Optional<String> meant(List<Guess> choices) {
		String typed = choices.getFirst().typed();
		if (choices.stream().anyMatch(Guess::known)) {
			return Optional.of(typed);
		}
		return choices.stream().filter(Guess::isLikely).min(Comparator.comparingInt(Guess::distance)).map(Guess::word);
	}

	private static List<String> similar(List<Guess> guesses, String corrected) {
		return guesses.stream()
			.filter((guess) -> guess.word() != null && !guess.known())
			.sorted(Comparator.comparingInt(Guess::distance))
			.map(Guess::word)
			.filter((word) -> !word.equals(corrected))
			.distinct()
			.limit(5)
			.toList();
	}

}
