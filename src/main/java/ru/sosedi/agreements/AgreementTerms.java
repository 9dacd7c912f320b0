package ru.sosedi.agreements;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.TypedText;

/**
 * When and where an agreement holds.
 *
 * @param place the city of the signing; may be empty
 * @param startsOn {@code null}: from the day of the last signature
 * @param endsOn the last day; {@code null}: without an end
 * @param prolongationMonths of an automatic prolongation, else {@code null}
 * @param noticeDays how many days before the end a side says that it will not go on
 * @param newParentEnd the new last day of the agreement that this one amends; may be
 * {@code null}
 */
public record AgreementTerms(String place, LocalDate startsOn, LocalDate endsOn, Prolongation prolongation,
		Integer prolongationMonths, int noticeDays, boolean coversAllCentres, Set<UUID> centres,
		LocalDate newParentEnd) {

	/** Days, as agreements of the field usually say. */
	public static final int USUAL_NOTICE = 30;

	public static final int MOST_CENTRES = 200;

	private static final int LONGEST_PLACE = 100;

	private static final int MOST_MONTHS = 120;

	private static final int MOST_NOTICE = 365;

	private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

	private static final LocalDate LATEST = LocalDate.of(2100, 12, 31);

	/**
	 * @throws RefusedException at the field that cannot be so
	 */
	public AgreementTerms {
		place = TypedText.noLonger(TypedText.line(place), LONGEST_PLACE, "place");
		place = (place == null) ? "" : place;
		centres = new TreeSet<>(centres);
		within(startsOn, "startsOn");
		within(endsOn, "endsOn");
		within(newParentEnd, "newParentEnd");
		if (startsOn != null && endsOn != null && endsOn.isBefore(startsOn)) {
			throw new RefusedException("endsOn", "agreements.terms.end-before-start");
		}
		if (prolongation == Prolongation.AUTOMATIC) {
			if (endsOn == null) {
				throw new RefusedException("endsOn", "agreements.terms.prolongation-without-end");
			}
			if (prolongationMonths == null || prolongationMonths < 1 || prolongationMonths > MOST_MONTHS) {
				throw new RefusedException("prolongationMonths", "agreements.terms.months", MOST_MONTHS);
			}
		}
		else {
			prolongation = Prolongation.NONE;
			prolongationMonths = null;
		}
		if (noticeDays < 1 || noticeDays > MOST_NOTICE) {
			throw new RefusedException("noticeDays", "agreements.terms.notice", MOST_NOTICE);
		}
		if (centres.size() > MOST_CENTRES) {
			throw new RefusedException("centres", "agreements.terms.centres-many", MOST_CENTRES);
		}
	}

	private static void within(LocalDate day, String field) {
		if (day != null && (day.isBefore(EARLIEST) || day.isAfter(LATEST))) {
			throw new RefusedException(field, "agreements.terms.day-far");
		}
	}

}
