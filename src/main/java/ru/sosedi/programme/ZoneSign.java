package ru.sosedi.programme;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/** Which clock a time is told by, where it is not the network's. */
final class ZoneSign {

	private ZoneSign() {
	}

	/** {@code UTC+9}, or {@code null} when the network's clock shows the same hour. */
	static String of(ZonedDateTime moment, ZoneId home) {
		ZoneOffset offset = moment.getOffset();
		if (home.getRules().getOffset(moment.toInstant()).equals(offset)) {
			return null;
		}
		return "UTC" + (offset.equals(ZoneOffset.UTC) ? ""
				: offset.getId().replaceFirst("^([+-])0", "$1").replace(":00", ""));
	}

}
