package ru.sosedi.documents;

import java.util.List;

/** A file that cannot be read as a table; says why in the user's language. */
public class UnreadableTableException extends RuntimeException {

	private final String messageKey;

	private final transient List<Object> arguments;

	UnreadableTableException(String reason, Object... arguments) {
		super(reason);
		this.messageKey = "documents.table." + reason;
		this.arguments = List.of(arguments);
	}

	public String messageKey() {
		return this.messageKey;
	}

	public Object[] arguments() {
		return this.arguments.toArray();
	}

}
