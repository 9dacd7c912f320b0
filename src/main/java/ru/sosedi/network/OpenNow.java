package ru.sosedi.network;

import java.time.LocalTime;
import java.time.ZonedDateTime;

/**
 * Whether a library is open, ready to be said in words.
 *
 * @param says what is to be said
 * @param until when it closes, or lunch ends; {@code null} when shut
 * @param lunch the break still ahead; may be {@code null}
 * @param next when it opens again; {@code null} when open or not known
 * @param reason of a one-off closure; else {@code null}
 */
public record OpenNow(Says says, LocalTime until, TimeRange lunch, ZonedDateTime next, String reason) {

	public enum Says {

		OPEN, LUNCH, SHUT, DAY_OFF, MAINTENANCE, CLOSED, UNKNOWN

	}

	static OpenNow of(OpenState state) {
		return switch (state) {
			case OpenState.Open open -> new OpenNow(Says.OPEN, open.until(), open.lunch(), null, null);
			case OpenState.Lunch lunch -> new OpenNow(Says.LUNCH, lunch.until(), null, null, null);
			case OpenState.Unknown _ -> new OpenNow(Says.UNKNOWN, null, null, null, null);
			case OpenState.Shut shut -> switch (shut.today()) {
				case DayHours.DayOff _ -> new OpenNow(Says.DAY_OFF, null, null, shut.next(), null);
				case DayHours.Maintenance _ -> new OpenNow(Says.MAINTENANCE, null, null, shut.next(), null);
				case DayHours.Closed closed -> new OpenNow(Says.CLOSED, null, null, shut.next(), closed.reason());
				case DayHours.Working _, DayHours.Unknown _ -> new OpenNow(Says.SHUT, null, null, shut.next(), null);
			};
		};
	}

	public boolean isOpen() {
		return this.says == Says.OPEN;
	}

}
