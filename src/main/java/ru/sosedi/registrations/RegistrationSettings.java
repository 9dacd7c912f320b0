package ru.sosedi.registrations;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;

import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.TypedText;

/**
 * How sign-ups of this network are kept.
 *
 * @param keepDays names and contacts are erased so many days after the event
 * @param holdMinutes how long an open form keeps its seats
 * @param confirmMinutes how long a sign-up waits for the link in the letter
 * @param offerMinutes how long a freed seat waits for an answer, the night not counted
 * @param nightFrom from this hour of the library's clock an offer does not run out
 * @param nightTo until this one
 * @param reminderHours how long before the event people are reminded, at most four times
 * @param version the version that was read
 */
public record RegistrationSettings(int keepDays, int holdMinutes, int confirmMinutes, int offerMinutes,
		LocalTime nightFrom, LocalTime nightTo, List<Integer> reminderHours, long version) {

	private static final int MOST_REMINDERS = 4;

	private static final int MOST_HOURS = 336;

	/**
	 * @throws RefusedException at the field that makes no sense
	 */
	public RegistrationSettings {
		within(keepDays, 1, 365, "keepDays");
		within(holdMinutes, 5, 60, "holdMinutes");
		within(confirmMinutes, 10, 1440, "confirmMinutes");
		within(offerMinutes, 15, 2880, "offerMinutes");
		TypedText.required(nightFrom, "nightFrom", "registrations.settings.hour.missing");
		TypedText.required(nightTo, "nightTo", "registrations.settings.hour.missing");
		reminderHours = reminderHours.stream().distinct().sorted((a, b) -> b - a).toList();
		if (reminderHours.size() > MOST_REMINDERS) {
			throw new RefusedException("reminderHours", "registrations.settings.reminders.many", MOST_REMINDERS);
		}
		reminderHours.forEach((hours) -> within(hours, 1, MOST_HOURS, "reminderHours"));
	}

	private static void within(int number, int least, int most, String field) {
		if (number < least || number > most) {
			throw new RefusedException(field, "registrations.settings.range", least, most);
		}
	}

	Duration hold() {
		return Duration.ofMinutes(this.holdMinutes);
	}

	Duration confirm() {
		return Duration.ofMinutes(this.confirmMinutes);
	}

}
