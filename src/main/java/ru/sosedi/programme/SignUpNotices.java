package ru.sosedi.programme;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Who knows whether one can sign up; a bean of a module above. */
public interface SignUpNotices {

	/** By date, in one statement; nothing for dates that nobody signs up for. */
	Map<UUID, SignUpNotice> of(Collection<UUID> occurrenceIds);

}
