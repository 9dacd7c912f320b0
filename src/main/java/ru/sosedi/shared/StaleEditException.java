package ru.sosedi.shared;

/**
 * Somebody else saved the object after this form was opened: 409, and what was typed is
 * shown again.
 */
public class StaleEditException extends RuntimeException {

	public StaleEditException(String what) {
		super(what);
	}

}
