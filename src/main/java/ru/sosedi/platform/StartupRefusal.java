package ru.sosedi.platform;

/**
 * The portal cannot start, and somebody has to do something about it. The message is one
 * sentence that says what; it is all that the log shows.
 */
class StartupRefusal extends RuntimeException {

	/**
	 * @param key a key of {@code messages/startup.properties}
	 */
	StartupRefusal(String key, Object... arguments) {
		super(StartupMessages.text(key, arguments));
	}

	StartupRefusal(Throwable cause, String key, Object... arguments) {
		super(StartupMessages.text(key, arguments), cause);
	}

}
