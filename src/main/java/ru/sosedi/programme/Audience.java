package ru.sosedi.programme;

/** Whom an event is made for; not the age mark, which says what may be shown to whom. */
public enum Audience {

	/** Up to 14. */
	CHILDREN,
	/** 15 to 30. */
	YOUTH,
	/** Over 30. */
	ADULTS,
	/** 55 and older. */
	SENIORS,
	/** Parents with children. */
	FAMILIES,
	/** Several generations together. */
	GENERATIONS;

	/** The message that names it: {@code programme.audience.<constant>}. */
	public String messageKey() {
		return "programme.audience." + name();
	}

}
