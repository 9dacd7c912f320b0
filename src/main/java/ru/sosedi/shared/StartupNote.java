package ru.sosedi.shared;

import java.util.List;

/**
 * What a module has to tell whoever starts the portal, such as the sign-ins of a
 * demonstration. The lines of all notes are the last ones in the log of the start, below
 * the portal's address.
 */
@FunctionalInterface
public interface StartupNote {

	/** Asked once, when the portal is ready; empty for nothing to say. */
	List<String> lines();

}
