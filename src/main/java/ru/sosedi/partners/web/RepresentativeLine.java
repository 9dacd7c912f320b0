package ru.sosedi.partners.web;

import java.time.LocalDate;

import ru.sosedi.partners.PartnerDesk;
import ru.sosedi.partners.Representative;

/**
 * Somebody who speaks for a party, and how it stands with the authority today.
 *
 * @param kind of the state's label
 * @param messageKey says the state; its argument is the day
 * @param day {@code null} when the state names none
 */
record RepresentativeLine(Representative person, String kind, String messageKey, LocalDate day) {

	static RepresentativeLine of(Representative person, LocalDate today) {
		LocalDate until = person.validUntil();
		if (person.endedBefore(today)) {
			return new RepresentativeLine(person, "quiet", "partners.representative.ended", until);
		}
		if (!person.actsOn(today)) {
			return new RepresentativeLine(person, "quiet", "partners.representative.from", person.validFrom());
		}
		if (until == null) {
			return new RepresentativeLine(person, "ok", "partners.representative.open", null);
		}
		boolean soon = !until.isAfter(today.plusDays(PartnerDesk.SOON));
		return new RepresentativeLine(person, soon ? "warn" : "ok", "partners.representative.until", until);
	}

}
