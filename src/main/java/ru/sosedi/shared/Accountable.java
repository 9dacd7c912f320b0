package ru.sosedi.shared;

import java.util.UUID;

/**
 * Somebody whose changes are audited, for modules that stand below the accounts and
 * cannot name the actor's own type.
 */
public interface Accountable {

	/** {@code null} only for the portal itself. */
	UUID accountId();

	/** The name shown to others. */
	String name();

}
