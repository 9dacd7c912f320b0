package ru.sosedi.partners;

import java.util.UUID;

/**
 * Which NGOs the public list shows; every part may be {@code null}.
 *
 * @param text words of the names or of the text about it
 * @param territory exactly as cards say it
 * @param after the last NGO of the part before
 */
public record NgoQuery(String text, AreaOfWork area, String territory, UUID after) {

}
