package ru.sosedi.network;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A centre in a list.
 *
 * @param number the library's number; may be {@code null}, as district and place may
 * @param stateReason why it is paused, else {@code null}
 * @param plannedFor when a planned one is expected; may be {@code null}
 * @param kilometres from where the list is asked from; {@code null} without such a place
 * or without coordinates
 * @param now whether it is open now, in its own time zone
 */
public record CentreCard(UUID id, String slug, String name, CentreKind kind, CentreState state, String stateReason,
		LocalDate plannedFor, Integer number, String libraryName, String address, String district, Coordinates place,
		List<Badge> badges, List<Impairment> accessibleTo, Double kilometres, OpenNow now) {

	private static final int STEP = 50;

	private static final int METRES = 1000;

	/**
	 * The distance in steps of 50 m, as far as anybody walks by it; {@code null} as
	 * above.
	 */
	public Integer metres() {
		return (this.kilometres == null) ? null
				: (int) Math.min(Integer.MAX_VALUE, Math.round(this.kilometres * METRES / STEP) * STEP);
	}

}
