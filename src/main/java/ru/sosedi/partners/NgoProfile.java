package ru.sosedi.partners;

import java.util.List;
import java.util.UUID;

/**
 * The public page of an NGO: nothing that is not meant for residents. Requisites and
 * contacts may be {@code null}.
 *
 * @param about harmless HTML; empty for none
 * @param alliances the alliances that it is a member of now
 */
public record NgoProfile(UUID id, String slug, String shortName, String fullName, LegalForm legalForm, String inn,
		String ogrn, String address, String phone, String email, String site, String logoTag, String about,
		List<AreaOfWork> areas, List<String> territories, List<String> alliances, List<RegisterEntry> registers) {

}
