package ru.sosedi.programme;

/** What kind of gathering an event is; the word that stands before its title. */
public enum EventForm {

	WORKSHOP, LECTURE, MEETING, CLUB, CIRCLE, COURSE, CONSULTATION, DIGITAL_SCHOOL, TEA, BREAKFAST, BOARD_GAMES,
	FILM_EVENING, HOUSE_CONCERT, CONCERT, READING_ALOUD, LITERARY_EVENING, FAMILY_READING, FAIR, FREE_FAIR,
	BOOK_EXCHANGE, CLEAN_UP, EXCURSION, WALK, EXHIBITION, COURTYARD_FESTIVAL, FESTIVAL, MATINEE, QUIZ, CONTEST,
	PERFORMANCE, PUBLIC_DISCUSSION, ROUND_TABLE, SEMINAR, TRAINING, EXERCISE,
	/** Anything else: the title stands alone. */
	OTHER;

	/** The message that names it: {@code programme.form.<constant>}. */
	public String messageKey() {
		return "programme.form." + name();
	}

}
