package ru.sosedi.attendance.web;

import java.util.Arrays;

import ru.sosedi.attendance.CheckIns;
import ru.sosedi.attendance.CloseOut;
import ru.sosedi.attendance.CloseOutDetails;
import ru.sosedi.registrations.AgeBand;
import ru.sosedi.shared.RefusedException;

/** The head-counts as typed. */
record CloseOutForm(String to14, String from15To30, String from31To54, String from55, String remote,
		String withDisabilities, String source, String result, String nobody, String alt, String reason,
		String version) {

	/** What the check-in knows already. */
	static CloseOutForm of(CheckIns.Present present, AgeCount ages) {
		boolean ticked = present.all() > 0;
		return new CloseOutForm(ages.of(AgeBand.TO_14), ages.of(AgeBand.FROM_15_TO_30), ages.of(AgeBand.FROM_31_TO_54),
				ages.of(AgeBand.FROM_55), "", "", (ticked ? CloseOut.Source.CHECK_IN : CloseOut.Source.COUNT).name(),
				"", "", "", "", "");
	}

	static CloseOutForm of(CloseOut closed) {
		CloseOutDetails details = closed.details();
		return new CloseOutForm(text(details.to14()), text(details.from15To30()), text(details.from31To54()),
				text(details.from55()), text(details.remote()),
				(details.withDisabilities() == null) ? "" : text(details.withDisabilities()), details.source().name(),
				(details.result() == null) ? "" : details.result(), "", "", "", String.valueOf(closed.version()));
	}

	private static String text(int number) {
		return String.valueOf(number);
	}

	boolean saysNobody() {
		return "yes".equals(this.nobody);
	}

	long editedVersion() {
		return (this.version != null && this.version.matches("[0-9]{1,9}")) ? Long.parseLong(this.version) : -1;
	}

	/**
	 * @throws RefusedException at the field that makes no sense
	 */
	CloseOutDetails toDetails() {
		CloseOut.Source known = Arrays.stream(CloseOut.Source.values())
			.filter((one) -> one.name().equals(this.source))
			.findFirst()
			.orElse(null);
		return new CloseOutDetails(number(this.to14, "to14"), number(this.from15To30, "from15To30"),
				number(this.from31To54, "from31To54"), number(this.from55, "from55"), number(this.remote, "remote"),
				(this.withDisabilities == null || this.withDisabilities.isBlank()) ? null
						: Integer.valueOf(number(this.withDisabilities, "withDisabilities")),
				known, this.result);
	}

	private static int number(String text, String field) {
		if (text == null || text.isBlank()) {
			return 0;
		}
		if (!text.strip().matches("[0-9]{1,7}")) {
			throw new RefusedException(field, "attendance.close-out.number.odd");
		}
		return Integer.parseInt(text.strip());
	}

}
