package ru.sosedi.partners;

/** The legal form of an NGO (Civil Code, chapter 4, paragraph 6; 7-FZ, chapter 2). */
public enum LegalForm {

	/** Autonomous non-profit organisation (ANO). */
	ANO,
	/** Foundation. */
	FOUNDATION,
	/** Public organisation. */
	PUBLIC_ORGANISATION,
	/** Public movement. */
	PUBLIC_MOVEMENT,
	/** Association or union. */
	ASSOCIATION,
	/** Private institution. */
	PRIVATE_INSTITUTION,
	/** Territorial public self-government (TOS), with or without a legal entity. */
	SELF_GOVERNMENT,
	/** Any other non-profit organisation. */
	OTHER_NPO,
	/** People who act together without a legal entity. */
	INITIATIVE_GROUP;

	public String messageKey() {
		return "partners.legal-form." + name();
	}

	/** Whether it can have an INN, an OGRN and a KPP at all. */
	public boolean mayBeLegalEntity() {
		return this != INITIATIVE_GROUP;
	}

}
