package ru.sosedi.network;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Everything that a resident may know of a centre.
 *
 * @param about the centre's own words, else the library's; may be {@code null}
 * @param rooms {@code null} when the network does not show them
 */
public record CentreProfile(CentreCard card, UUID libraryId, LocalDate openedOn, LocalDate pausedOn, String about,
		Integer foundedYear, String phone, String email, String site, List<String> services,
		Map<Impairment, Accessibility> accessibility, OpeningHours hours, List<RoomCard> rooms) {

	/** A room. Seats and area may be {@code null}. */
	public record RoomCard(String name, RoomKind kind, Integer seats, BigDecimal area, boolean quiet, boolean stepFree,
			List<String> equipment) {

	}

}
