package ru.sosedi.shared;

/**
 * What was asked for does not exist, or not for the person who asks. Becomes a 404 page.
 */
public class NotFoundException extends RuntimeException {

	public NotFoundException(String what) {
		super(what);
	}

}
