package ru.sosedi.programme;

/** How one gets in. */
public enum Admission {

	/** Anybody may come. */
	FREE_ENTRY,
	/** One signs up beforehand. */
	SIGN_UP;

	/** The message that names it: {@code programme.admission.<constant>}. */
	public String messageKey() {
		return "programme.admission." + name();
	}

}
