package ru.sosedi.partners;

import java.util.List;
import java.util.UUID;

/**
 * A line of the public list.
 *
 * @param logoTag {@code null} when it has no logo
 */
public record NgoCard(UUID id, String slug, String shortName, LegalForm legalForm, String logoTag,
		List<AreaOfWork> areas, List<String> territories) {

}
