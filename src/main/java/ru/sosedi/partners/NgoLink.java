package ru.sosedi.partners;

import java.util.UUID;

/**
 * An NGO as pages of other modules name it.
 *
 * @param listed whether it has a public page
 */
public record NgoLink(UUID id, String shortName, String slug, boolean listed) {

}
