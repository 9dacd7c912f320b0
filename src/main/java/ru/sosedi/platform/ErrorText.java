package ru.sosedi.platform;

import java.util.Set;

/**
 * Which words an error page says.
 *
 * @param status a status that has words of its own
 */
public record ErrorText(int status) {

	private static final Set<Integer> OWN_WORDS = Set.of(400, 403, 404, 405, 409, 413, 415, 422, 429, 500, 503);

	/** The words for any status: what has none of its own speaks as 400 or 500. */
	public static ErrorText of(int status) {
		return new ErrorText(OWN_WORDS.contains(status) ? status : ((status < 500) ? 400 : 500));
	}

	public String titleKey() {
		return "platform.error." + this.status + ".title";
	}

	public String textKey() {
		return "platform.error." + this.status + ".text";
	}

}
