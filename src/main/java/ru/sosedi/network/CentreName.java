package ru.sosedi.network;

import java.time.ZoneId;
import java.util.UUID;

/**
 * A centre as it is called in lists and selects.
 *
 * @param libraryId the library where it is
 * @param timeZone the library's
 */
public record CentreName(UUID id, UUID libraryId, String name, String slug, CentreState state, ZoneId timeZone) {

}
