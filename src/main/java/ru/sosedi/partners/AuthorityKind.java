package ru.sosedi.partners;

/** On what authority somebody speaks for a party. */
public enum AuthorityKind {

	/** As the sole executive body, by the charter. */
	CHARTER,
	/** By a power of attorney on paper. */
	POWER_OF_ATTORNEY,
	/** By a machine-readable power of attorney (MChD), whose number is a GUID. */
	MACHINE_READABLE_POWER;

	public String messageKey() {
		return "partners.authority." + name();
	}

}
