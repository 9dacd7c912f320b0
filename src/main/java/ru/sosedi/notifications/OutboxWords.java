package ru.sosedi.notifications;

/**
 * What a letter of the outbox says, or why it says nothing.
 *
 * @param letter {@code null} when there is none to show
 * @param silence the message key that says why there is none; {@code null} when there is
 * one
 */
public record OutboxWords(Letter letter, String silence) {

	static OutboxWords said(Letter letter) {
		return new OutboxWords(letter, null);
	}

	/** There is nothing to say any more: nothing will be sent. */
	static OutboxWords nothing() {
		return new OutboxWords(null, "notifications.outbox.nothing");
	}

	/** Whoever has to write it fails: it will be tried again. */
	static OutboxWords unwritable() {
		return new OutboxWords(null, "notifications.outbox.unwritable");
	}

}
