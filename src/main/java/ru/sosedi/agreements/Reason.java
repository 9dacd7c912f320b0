package ru.sosedi.agreements;

import java.util.List;

/** Why something cannot be done now: a message key and its arguments. */
public record Reason(String messageKey, List<Object> arguments) {

	public Reason {
		arguments = List.copyOf(arguments);
	}

	static Reason of(String messageKey, Object... arguments) {
		return new Reason(messageKey, List.of(arguments));
	}

}
