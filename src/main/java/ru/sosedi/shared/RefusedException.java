package ru.sosedi.shared;

import java.util.List;

/**
 * A request that breaks a rule of the domain. Nothing was changed. The message key says
 * why in the user's language; {@link #field()} names the form field at fault, or is
 * {@code null} when the whole request is refused.
 */
public class RefusedException extends RuntimeException {

	private final transient String field;

	private final String messageKey;

	private final transient List<Object> arguments;

	public RefusedException(String field, String messageKey, Object... arguments) {
		super(messageKey + (field == null ? "" : " at " + field));
		this.field = field;
		this.messageKey = messageKey;
		this.arguments = List.of(arguments);
	}

	/** May be {@code null}. */
	public String field() {
		return this.field;
	}

	public String messageKey() {
		return this.messageKey;
	}

	public Object[] arguments() {
		return this.arguments.toArray();
	}

}
