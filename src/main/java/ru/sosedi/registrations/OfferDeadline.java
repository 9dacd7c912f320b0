package ru.sosedi.registrations;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** Until when a freed seat waits for an answer: people sleep at night. */
final class OfferDeadline {

	private OfferDeadline() {
	}

	/**
	 * So many minutes of day after now, on the library's clock, but never later than the
	 * end of sign-up.
	 */
	static Instant of(Instant now, ZoneId zone, RegistrationSettings settings, Instant closesAt) {
		Instant at = now;
		Duration rest = Duration.ofMinutes(settings.offerMinutes());
		// two nights are more than the longest offer lasts
		while (rest.isPositive()) {
			at = morning(at.atZone(zone), settings).toInstant();
			Instant evening = evening(at.atZone(zone), settings).toInstant();
			Duration day = Duration.between(at, evening);
			Duration step = (rest.compareTo(day) < 0) ? rest : day;
			at = at.plus(step);
			rest = rest.minus(step);
		}
		return at.isAfter(closesAt) ? closesAt : at;
	}

	/** The moment itself by day, else the end of its night. */
	private static ZonedDateTime morning(ZonedDateTime at, RegistrationSettings settings) {
		if (!isNight(at.toLocalTime(), settings)) {
			return at;
		}
		ZonedDateTime morning = at.with(settings.nightTo());
		return morning.isAfter(at) ? morning : morning.plusDays(1);
	}

	private static ZonedDateTime evening(ZonedDateTime day, RegistrationSettings settings) {
		if (settings.nightFrom().equals(settings.nightTo())) {
			return day.plusDays(1);
		}
		ZonedDateTime evening = day.with(settings.nightFrom());
		return evening.isAfter(day) ? evening : evening.plusDays(1);
	}

	private static boolean isNight(LocalTime time, RegistrationSettings settings) {
		LocalTime from = settings.nightFrom();
		LocalTime to = settings.nightTo();
		if (from.equals(to)) {
			return false;
		}
		return from.isBefore(to) ? !time.isBefore(from) && time.isBefore(to)
				: !time.isBefore(from) || time.isBefore(to);
	}

}
