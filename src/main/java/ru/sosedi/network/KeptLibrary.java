package ru.sosedi.network;

import java.util.UUID;

/**
 * A library as it stands in the list of those who keep it.
 *
 * @param number may be {@code null}
 * @param district may be {@code null}
 * @param system the short name of its system
 * @param rooms how many rooms it has
 * @param hours whether its hours are known
 * @param centre the state of its centre; {@code null} when it has none
 */
public record KeptLibrary(UUID id, Integer number, String name, String address, String district, String system,
		int rooms, boolean hours, CentreState centre) {

}
