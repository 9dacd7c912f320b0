package ru.sosedi.network;

import java.util.UUID;

/**
 * A library in the list of all of them, as residents see it.
 *
 * @param number may be {@code null}, as the district may
 * @param centreSlug the address of its centre that residents may see, else {@code null}
 * @param centreName its name, else {@code null}
 * @param now whether it is open now, in its own time zone
 */
public record ListedLibrary(UUID id, Integer number, String name, String address, String district, String centreSlug,
		String centreName, OpenNow now) {

}
