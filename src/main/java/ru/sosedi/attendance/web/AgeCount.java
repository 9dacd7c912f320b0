package ru.sosedi.attendance.web;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import ru.sosedi.attendance.CheckIns;
import ru.sosedi.registrations.AgeBand;
import ru.sosedi.registrations.Attendee;
import ru.sosedi.registrations.Participant;

/**
 * How many of each age the check-in knows of.
 *
 * @param unknown people who came and whose age nobody asked
 */
record AgeCount(Map<AgeBand, Integer> counts, int unknown) {

	/** A group's ages are known when all of it came; of a part nobody knows which. */
	static AgeCount of(CheckIns.Present present, List<Attendee> people) {
		Map<AgeBand, Integer> counts = new EnumMap<>(AgeBand.class);
		int unknown = present.walkInsOfUnknownAge();
		present.walkIns().forEach((band, number) -> counts.merge(band, number, Integer::sum));
		for (Attendee one : people) {
			int came = present.of(one.registrationId());
			boolean whole = came == one.participants().size() && came > 0;
			for (int i = 0; i < came; i++) {
				Participant person = whole ? one.participants().get(i) : null;
				if (person != null && person.ageBand() != null) {
					counts.merge(person.ageBand(), 1, Integer::sum);
				}
				else {
					unknown++;
				}
			}
		}
		return new AgeCount(counts, unknown);
	}

	/** As a form shows it; empty for none. */
	String of(AgeBand band) {
		int number = this.counts.getOrDefault(band, 0);
		return (number == 0) ? "" : String.valueOf(number);
	}

}
