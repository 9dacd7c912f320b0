package ru.sosedi.agreements;

import java.util.Map;
import java.util.UUID;

/**
 * What a module above shows on the page of an agreement in the public register; declared
 * here because arrows go downward only.
 */
public interface RegisterSection {

	/** The template below {@code templates/}, with a fragment {@code section}. */
	String template();

	/** What the template needs; nothing that the public may not see. */
	Map<String, Object> model(UUID agreementId);

}
