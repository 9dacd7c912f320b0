package ru.sosedi.notifications;

import java.util.Optional;

/**
 * Writes the letters of a module at the moment when they are sent. Implementations are
 * beans.
 */
public interface LetterWriter {

	/** Whether letters of that kind are its own. */
	boolean writes(String kind);

	/**
	 * The letter as it has to read now. It is written anew for each try, and to be read
	 * by the administrator, so writing changes nothing.
	 * @return empty when there is nothing to say any more: then nothing is sent
	 */
	Optional<Letter> write(UnwrittenLetter letter);

}
