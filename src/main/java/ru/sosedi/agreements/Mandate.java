package ru.sosedi.agreements;

import java.util.UUID;

import ru.sosedi.partners.Representative;

/**
 * Somebody who may sign for a side on a day.
 *
 * @param authority on what, in the genitive and in Russian, as it is written down
 * @param delegationId by whose delegation; {@code null} for the one whom the text names
 */
public record Mandate(Representative person, String authority, UUID delegationId) {

}
