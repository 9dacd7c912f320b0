package ru.sosedi.partners.web;

import ru.sosedi.partners.Alliance;

/** The name of an alliance and the NGO that acts for it, as they were typed. */
record AllianceForm(String name, String legalNgoId, Long version) {

	static AllianceForm of(Alliance alliance) {
		return new AllianceForm(alliance.name(),
				(alliance.legalNgoId() == null) ? "" : alliance.legalNgoId().toString(), alliance.version());
	}

}
