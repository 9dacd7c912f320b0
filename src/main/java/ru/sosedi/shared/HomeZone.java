package ru.sosedi.shared;

import java.time.ZoneId;

/** The time zone in which the network says "today" where no library is meant. */
@FunctionalInterface
public interface HomeZone {

	/** Never {@code null}. */
	ZoneId homeZone();

}
