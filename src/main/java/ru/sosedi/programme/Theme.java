package ru.sosedi.programme;

/** What an event is about. */
public enum Theme {

	BOOKS, LOCAL_HISTORY, CRAFTS, ART, MUSIC, CINEMA, GAMES, SCIENCE, DIGITAL, LANGUAGES, HEALTH, SPORT, ECOLOGY,
	GARDEN, FAMILY, NEIGHBOURHOOD, VOLUNTEERING, LAW, CAREER, TRADITIONS;

	/** The message that names it: {@code programme.theme.<constant>}. */
	public String messageKey() {
		return "programme.theme." + name();
	}

}
