package ru.sosedi.registrations;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class OfferDeadlineTests {

	private static final ZoneId TYUMEN = ZoneId.of("Asia/Yekaterinburg");

	private static final Instant FAR = Instant.parse("2027-01-01T00:00:00Z");

	@ParameterizedTest
	@CsvSource({
			// by day the four hours simply pass
			"2026-11-20T10:00, 2026-11-20T14:00",
			// two hours before the night, two after it
			"2026-11-20T20:00, 2026-11-21T10:00",
			// what is offered in the night waits for the morning
			"2026-11-20T23:30, 2026-11-21T12:00", "2026-11-21T03:00, 2026-11-21T12:00",
			// the night begins and ends on the minute
			"2026-11-20T18:00, 2026-11-20T22:00", "2026-11-20T22:00, 2026-11-21T12:00",
			"2026-11-21T08:00, 2026-11-21T12:00" })
	void theNightIsNotCounted(String now, String until) {
		assertThat(of(now, settings(240, "22:00", "08:00"), FAR)).isEqualTo(at(until));
	}

	@Test
	void anOfferNeverOutlivesTheSignUp() {
		Instant closes = at("2026-11-20T11:00");
		assertThat(of("2026-11-20T10:00", settings(240, "22:00", "08:00"), closes)).isEqualTo(closes);
	}

	@Test
	void aLongOfferSpansSeveralNights() {
		assertThat(of("2026-11-20T10:00", settings(2880, "22:00", "08:00"), FAR)).isEqualTo(at("2026-11-23T16:00"));
	}

	@Test
	void aNetworkMayHaveNoNightOrANightByDay() {
		assertThat(of("2026-11-20T20:00", settings(240, "00:00", "00:00"), FAR)).isEqualTo(at("2026-11-21T00:00"));
		assertThat(of("2026-11-20T12:30", settings(60, "13:00", "15:00"), FAR)).isEqualTo(at("2026-11-20T15:30"));
	}

	private static Instant of(String now, RegistrationSettings settings, Instant closes) {
		return OfferDeadline.of(at(now), TYUMEN, settings, closes);
	}

	private static Instant at(String local) {
		return ZonedDateTime.of(LocalDateTime.parse(local), TYUMEN).toInstant();
	}

	private static RegistrationSettings settings(int minutes, String from, String to) {
		return new RegistrationSettings(30, 15, 30, minutes, LocalTime.parse(from), LocalTime.parse(to), List.of(72, 3),
				0);
	}

}
