package ru.sosedi.site.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

import ru.sosedi.network.DayHours;
import ru.sosedi.network.OpenState;

/**
 * A centre and whether its library is open now, for a line of a list.
 *
 * @param slug of the centre
 * @param open open at this moment; a lunch break is not
 * @param messageKey says until when, or when it opens
 * @param arguments of the message
 */
record OpenCentre(String slug, String name, boolean open, String messageKey, List<String> arguments) {

	private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

	/** {@code null} when nobody knows. */
	static OpenCentre of(String slug, String name, OpenState state, LocalDate today) {
		return switch (state) {
			case OpenState.Open open when open.lunch() != null ->
				new OpenCentre(slug, name, true, "site.home.open.lunch",
						List.of(hour(open.until()), hour(open.lunch().from()), hour(open.lunch().to())));
			case OpenState.Open open -> new OpenCentre(slug, name, true, "site.home.open", List.of(hour(open.until())));
			case OpenState.Lunch lunch ->
				new OpenCentre(slug, name, false, "site.home.lunch", List.of(hour(lunch.until())));
			case OpenState.Shut shut -> shut(slug, name, shut, today);
			case OpenState.Unknown _ -> null;
		};
	}

	private static OpenCentre shut(String slug, String name, OpenState.Shut shut, LocalDate today) {
		if (shut.next() != null && shut.next().toLocalDate().equals(today)) {
			return new OpenCentre(slug, name, false, "site.home.later", List.of(hour(shut.next().toLocalTime())));
		}
		return switch (shut.today()) {
			case DayHours.Maintenance _ -> new OpenCentre(slug, name, false, "site.home.maintenance", List.of());
			case DayHours.Closed closed ->
				new OpenCentre(slug, name, false, "site.home.closed", List.of(closed.reason()));
			case DayHours.DayOff _ -> new OpenCentre(slug, name, false, "site.home.dayoff", List.of());
			default -> new OpenCentre(slug, name, false, "site.home.over", List.of());
		};
	}

	private static String hour(LocalTime time) {
		return HOUR.format(time);
	}

}
