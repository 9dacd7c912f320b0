package ru.sosedi.programme;

import java.util.List;
import java.util.UUID;

/**
 * An event that is not published yet.
 *
 * @param missing message keys of what it still needs; empty when it is ready
 */
public record DeskDraft(UUID id, EventForm form, String title, String centre, List<String> missing) {

}
