package ru.sosedi.partners;

import java.util.UUID;

/**
 * An NGO whose name is like another one.
 *
 * @param inn may be {@code null}
 */
public record SimilarNgo(UUID id, String shortName, String inn, NgoState state) {

}
