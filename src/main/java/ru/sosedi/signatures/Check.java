package ru.sosedi.signatures;

import java.util.List;
import java.util.Locale;

/**
 * One thing that was looked at, or was not, in words.
 *
 * @param messageKey what was found, or why it was not checked
 * @param arguments of the message; dates are written already, in the network's zone
 */
public record Check(Kind kind, Result result, String messageKey, List<String> arguments) {

	public Check {
		arguments = List.copyOf(arguments);
	}

	/** What is looked at, in this order. */
	public enum Kind {

		SIGNED_ATTRIBUTES, INTEGRITY, SIGNATURE, CERTIFICATE_DATES, CHAIN, REVOCATION, KEY_USAGE, SUBJECT,
		QUALIFIED_STATUS;

		public String messageKey() {
			return "signatures.kind." + name().toLowerCase(Locale.ROOT);
		}

	}

	public enum Result {

		PASSED, FAILED, NOT_CHECKED;

		public String messageKey() {
			return "signatures.result." + name().toLowerCase(Locale.ROOT);
		}

	}

}
