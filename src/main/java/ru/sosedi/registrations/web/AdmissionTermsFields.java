package ru.sosedi.registrations.web;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;

import ru.sosedi.registrations.AdmissionTerms;
import ru.sosedi.registrations.Booking;
import ru.sosedi.shared.RefusedException;

/**
 * Terms of sign-up as typed. Everything is text, so nothing is lost when it is refused.
 *
 * @param closesMinutesBefore a number of {@code closesUnit}
 * @param closesUnit one of {@link #UNITS}
 * @param waitingList holds "yes" when people may wait; so do the other ticks
 */
record AdmissionTermsFields(String minimum, String opensDaysBefore, String closesMinutesBefore, String closesUnit,
		String largestGroup, List<String> waitingList, String waitingMost, List<String> moderated,
		List<String> asksAges, String booking, String version) {

	static final List<ChronoUnit> UNITS = List.of(ChronoUnit.MINUTES, ChronoUnit.HOURS, ChronoUnit.DAYS);

	private static final String YES = "yes";

	static AdmissionTermsFields of(AdmissionTerms terms, long version) {
		int minutes = terms.closesMinutesBefore();
		ChronoUnit unit = UNITS.reversed()
			.stream()
			.filter((one) -> minutes > 0 && minutes % one.getDuration().toMinutes() == 0)
			.findFirst()
			.orElse(ChronoUnit.HOURS);
		return new AdmissionTermsFields(text(terms.minimum()), text(terms.opensDaysBefore()),
				text((int) (minutes / unit.getDuration().toMinutes())), unit.name(), text(terms.largestGroup()),
				tick(terms.waitingList()), text(terms.waitingMost()), tick(terms.moderated()), tick(terms.asksAges()),
				terms.booking().name(), String.valueOf(version));
	}

	private static String text(Integer number) {
		return (number == null) ? "" : number.toString();
	}

	private static List<String> tick(boolean ticked) {
		return ticked ? List.of(YES) : List.of();
	}

	/** The same on a newer version. */
	AdmissionTermsFields on(long newVersion) {
		return new AdmissionTermsFields(this.minimum, this.opensDaysBefore, this.closesMinutesBefore, this.closesUnit,
				this.largestGroup, this.waitingList, this.waitingMost, this.moderated, this.asksAges, this.booking,
				String.valueOf(newVersion));
	}

	/**
	 * @param fixed how a series is booked where that is not asked, or {@code null}
	 * @throws RefusedException at the field that makes no sense
	 */
	AdmissionTerms toTerms(Booking fixed) {
		Integer group = number(this.largestGroup, "largestGroup");
		return new AdmissionTerms(number(this.minimum, "minimum"), number(this.opensDaysBefore, "opensDaysBefore"),
				closesMinutes(), (group == null) ? 0 : group, isTicked(this.waitingList),
				number(this.waitingMost, "waitingMost"), isTicked(this.moderated), isTicked(this.asksAges),
				(fixed != null) ? fixed : typedBooking());
	}

	private int closesMinutes() {
		Integer number = number(this.closesMinutesBefore, "closesMinutesBefore");
		ChronoUnit unit = UNITS.stream()
			.filter((one) -> one.name().equals(this.closesUnit))
			.findFirst()
			.orElseThrow(() -> new RefusedException("closesUnit", "registrations.terms.unit.missing"));
		long minutes = (number == null) ? 0 : number * unit.getDuration().toMinutes();
		if (minutes < 0 || minutes > AdmissionTerms.MOST_MINUTES_BEFORE) {
			throw new RefusedException("closesMinutesBefore", "registrations.terms.closes.far",
					Duration.ofMinutes(AdmissionTerms.MOST_MINUTES_BEFORE).toDays());
		}
		return (int) minutes;
	}

	private Booking typedBooking() {
		return Arrays.stream(Booking.values())
			.filter((one) -> one.name().equals(this.booking))
			.findFirst()
			.orElse(null);
	}

	private static boolean isTicked(List<String> tick) {
		return tick != null && tick.contains(YES);
	}

	private static Integer number(String text, String field) {
		if (text == null || text.isBlank()) {
			return null;
		}
		if (!text.strip().matches("-?[0-9]{1,7}")) {
			throw new RefusedException(field, "registrations.terms.number");
		}
		return Integer.valueOf(text.strip());
	}

	/** -1 for what is no version. */
	long editedVersion() {
		return (this.version != null && this.version.matches("[0-9]{1,18}")) ? Long.parseLong(this.version) : -1;
	}

}
