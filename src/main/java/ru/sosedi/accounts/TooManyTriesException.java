package ru.sosedi.accounts;

import java.time.Duration;

import org.springframework.security.core.AuthenticationException;

/**
 * Too many tries: nothing was looked at. Becomes a 429 page that says how long to wait.
 */
public class TooManyTriesException extends AuthenticationException {

	private final transient Duration wait;

	public TooManyTriesException(Duration wait) {
		super("too many tries");
		this.wait = wait;
	}

	/** At least one second. */
	public Duration waitTime() {
		return this.wait;
	}

}
