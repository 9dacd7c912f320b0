package ru.sosedi.network;

import java.util.UUID;

/**
 * Which centres are asked for. Everything may be {@code null} or empty: then it does not
 * matter.
 *
 * @param text in a name, an address or a number; typing errors are forgiven
 * @param openNow only those that are open at this moment
 * @param accessibleTo at least partly
 * @param fromSlug the centre that distances are counted from
 * @param fromPlace the place that distances are counted from; goes before
 * {@code fromSlug}
 * @param after the last centre of the part before
 */
public record CentreQuery(String text, String district, CentreKind kind, boolean openNow, Impairment accessibleTo,
		String fromSlug, Coordinates fromPlace, UUID after) {

}
