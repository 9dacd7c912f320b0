package ru.sosedi.partners;

/** A state register that an NGO can stand in. */
public enum RegisterKind {

	/** Register of socially oriented NGOs that get support. */
	SOCIAL_NGO,
	/** Register of those who provide publicly useful services. */
	PUBLIC_BENEFIT,
	/** Register of providers of social services. */
	SOCIAL_SERVICES,
	/** Register of the Ministry of Justice. */
	JUSTICE,
	/** Register of youth and children's associations. */
	YOUTH,
	/** A register of the region. */
	REGIONAL,
	/** Any other. */
	OTHER;

	public String messageKey() {
		return "partners.register." + name();
	}

}
