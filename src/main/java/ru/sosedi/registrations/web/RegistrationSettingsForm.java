package ru.sosedi.registrations.web;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import ru.sosedi.registrations.RegistrationSettings;
import ru.sosedi.shared.RefusedException;

/** The settings as typed. */
record RegistrationSettingsForm(String keepDays, String holdMinutes, String confirmMinutes, String offerMinutes,
		String nightFrom, String nightTo, String reminderHours, String version) {

	static RegistrationSettingsForm of(RegistrationSettings settings) {
		return new RegistrationSettingsForm(String.valueOf(settings.keepDays()), String.valueOf(settings.holdMinutes()),
				String.valueOf(settings.confirmMinutes()), String.valueOf(settings.offerMinutes()),
				settings.nightFrom().toString(), settings.nightTo().toString(),
				settings.reminderHours().stream().map(String::valueOf).collect(Collectors.joining(", ")),
				String.valueOf(settings.version()));
	}

	/**
	 * @throws RefusedException at the field that makes no sense
	 */
	RegistrationSettings toSettings() {
		return new RegistrationSettings(number(this.keepDays, "keepDays"), number(this.holdMinutes, "holdMinutes"),
				number(this.confirmMinutes, "confirmMinutes"), number(this.offerMinutes, "offerMinutes"),
				time(this.nightFrom), time(this.nightTo), hours(), number(this.version, "version"));
	}

	private List<Integer> hours() {
		return Arrays.stream(((this.reminderHours == null) ? "" : this.reminderHours).split("[,; ]+"))
			.filter((text) -> !text.isBlank())
			.map((text) -> number(text, "reminderHours"))
			.toList();
	}

	private static int number(String text, String field) {
		if (text == null || !text.strip().matches("[0-9]{1,6}")) {
			throw new RefusedException(field, "registrations.settings.number");
		}
		return Integer.parseInt(text.strip());
	}

	private static LocalTime time(String text) {
		try {
			return (text == null || text.isBlank()) ? null : LocalTime.parse(text.strip());
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

}
