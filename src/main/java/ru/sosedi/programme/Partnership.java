package ru.sosedi.programme;

import java.util.UUID;

import jakarta.persistence.Embeddable;

/**
 * An NGO's part in an event.
 *
 * @param leads whether it holds the event, and the centre receives it
 */
@Embeddable
record Partnership(UUID ngoId, boolean leads) {

}
