package ru.sosedi.signatures;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The checks of one verdict, as they come. */
final class Findings {

	private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd.MM.uuuu");

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("dd.MM.uuuu HH:mm");

	private final List<Check> checks = new ArrayList<>();

	private final ZoneId zone;

	Findings(ZoneId zone) {
		this.zone = zone;
	}

	void passed(Check.Kind kind, String messageKey, String... arguments) {
		this.checks.add(new Check(kind, Check.Result.PASSED, messageKey, List.of(arguments)));
	}

	void notChecked(Check.Kind kind, String messageKey, String... arguments) {
		this.checks.add(new Check(kind, Check.Result.NOT_CHECKED, messageKey, List.of(arguments)));
	}

	/** Writes it down and returns what to throw. */
	SignatureRefusedException failed(Check.Kind kind, SignatureRefusal refusal, String messageKey,
			String... arguments) {
		this.checks.add(new Check(kind, Check.Result.FAILED, messageKey, List.of(arguments)));
		return new SignatureRefusedException(refusal);
	}

	/** All kinds, in their order: what was not reached says so. */
	List<Check> complete() {
		for (Check.Kind kind : Check.Kind.values()) {
			if (kind == Check.Kind.QUALIFIED_STATUS) {
				notChecked(kind, "signatures.check.qualified");
			}
			else if (this.checks.stream().noneMatch((check) -> check.kind() == kind)) {
				notChecked(kind, "signatures.check.not-reached");
			}
		}
		return this.checks.stream().sorted(Comparator.comparing(Check::kind)).toList();
	}

	String date(Instant instant) {
		return DATE.format(instant.atZone(this.zone));
	}

	String minute(Instant instant) {
		return MINUTE.format(instant.atZone(this.zone));
	}

}
