package ru.sosedi.attendance;

import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.TypedText;

/**
 * What a librarian tells of an event that is over. Ages are those of form 6-NK (to 14
 * inclusive, 15 to 30), the others are split once more.
 *
 * @param remote connections, which are no visits
 * @param withDisabilities of all who came; {@code null} when not known
 * @param result in a line; may be {@code null}
 */
public record CloseOutDetails(int to14, int from15To30, int from31To54, int from55, int remote,
		Integer withDisabilities, CloseOut.Source source, String result) {

	static final int LONGEST_RESULT = 500;

	private static final int MOST = 100_000;

	/**
	 * @throws RefusedException at the field that makes no sense
	 */
	public CloseOutDetails {
		within(to14, MOST, "to14");
		within(from15To30, MOST, "from15To30");
		within(from31To54, MOST, "from31To54");
		within(from55, MOST, "from55");
		within(remote, 10 * MOST, "remote");
		TypedText.required(source, "source", "attendance.close-out.source.missing");
		result = TypedText.noLonger(TypedText.line(result), LONGEST_RESULT, "result");
		if (withDisabilities != null) {
			within(withDisabilities, MOST, "withDisabilities");
			if (withDisabilities > to14 + from15To30 + from31To54 + from55) {
				throw new RefusedException("withDisabilities", "attendance.close-out.disabilities.many");
			}
		}
	}

	private static void within(int number, int most, String field) {
		if (number < 0 || number > most) {
			throw new RefusedException(field, "attendance.close-out.number", most);
		}
	}

	/** Who came: visits, as library statistics counts them. */
	public int visits() {
		return this.to14 + this.from15To30 + this.from31To54 + this.from55;
	}

}
