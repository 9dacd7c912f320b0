package ru.sosedi.programme;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One page of a list, by days.
 *
 * @param days in order; none is empty
 * @param next where the next page begins, or {@code null} on the last one
 */
public record ProgrammePage(List<Day> days, ProgrammeCursor next) {

	/** The events that begin on one day, each day at its library's own clock. */
	public record Day(LocalDate date, List<EventCard> cards) {

	}

	/** The visitor's own centre comes first within each day; nothing is left out. */
	static ProgrammePage of(List<EventCard> cards, ProgrammeCursor next) {
		Map<LocalDate, List<EventCard>> days = new TreeMap<>();
		cards.forEach((card) -> days.computeIfAbsent(card.day(), (day) -> new ArrayList<>()).add(card));
		return new ProgrammePage(
				days.entrySet().stream().map((day) -> new Day(day.getKey(), ownFirst(day.getValue()))).toList(), next);
	}

	private static List<EventCard> ownFirst(List<EventCard> cards) {
		return cards.stream().sorted(Comparator.comparing((EventCard card) -> !card.own())).toList();
	}

	public boolean isEmpty() {
		return this.days.isEmpty();
	}

}
