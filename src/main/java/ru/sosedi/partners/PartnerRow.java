package ru.sosedi.partners;

import java.util.UUID;

/**
 * A line of the list at the desk.
 *
 * @param legalForm {@code null} while only the name is known
 * @param inn may be {@code null}
 * @param alliances the alliances it is a member of now; empty for none
 */
public record PartnerRow(UUID id, String shortName, LegalForm legalForm, String inn, NgoState state, String alliances) {

}
