package ru.sosedi.network;

import java.time.LocalTime;

/** What a library's hours say about one day. */
public sealed interface DayHours {

	/**
	 * The library works.
	 *
	 * @param closes the moment after the last one of work, at most 23:59
	 * @param lunch within the hours; {@code null} when there is none
	 */
	record Working(LocalTime opens, LocalTime closes, TimeRange lunch) implements DayHours {

		public Working {
			if (!opens.isBefore(closes)
					|| (lunch != null && !(opens.isBefore(lunch.from()) && lunch.to().isBefore(closes)))) {
				throw new IllegalArgumentException("a day opens before it closes, with lunch in between");
			}
		}

	}

	/** The timetable has no hours for this day of the week. */
	record DayOff() implements DayHours {
	}

	/** The monthly maintenance (sanitary) day: closed to readers. */
	record Maintenance() implements DayHours {
	}

	/** A one-off closure. */
	record Closed(String reason) implements DayHours {
	}

	/** No timetable covers the day: nobody told, which is not the same as closed. */
	record Unknown() implements DayHours {
	}

}
