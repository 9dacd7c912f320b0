package ru.sosedi.programme;

import java.util.UUID;

/**
 * How much is on at a centre.
 *
 * @param today occurrences today, at the library's own clock
 * @param week occurrences in the seven days from today on
 */
public record DeskCentre(UUID id, String name, int today, int week) {

}
