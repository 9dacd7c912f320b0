package ru.sosedi.network.web;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import ru.sosedi.network.AccessibilityLevel;
import ru.sosedi.network.Badge;
import ru.sosedi.network.CentreKind;
import ru.sosedi.network.LibrarySystemService;
import ru.sosedi.network.Noise;
import ru.sosedi.network.RoomKind;
import ru.sosedi.shared.web.Option;

/** The choices that forms of the network offer, in the reader's language. */
@Component
class NetworkOptions {

	private static final List<String> ZONES = List.of("Europe/Kaliningrad", "Europe/Moscow", "Europe/Samara",
			"Asia/Yekaterinburg", "Asia/Omsk", "Asia/Krasnoyarsk", "Asia/Irkutsk", "Asia/Yakutsk", "Asia/Vladivostok",
			"Asia/Magadan", "Asia/Kamchatka");

	private final MessageSource messages;

	private final LibrarySystemService systems;

	NetworkOptions(MessageSource messages, LibrarySystemService systems) {
		this.messages = messages;
		this.systems = systems;
	}

	/** Russia's zones by name, and {@code chosen} when it is another one. */
	List<Option> zones(String chosen, Locale locale) {
		Stream<String> ids = (Typed.isEmpty(chosen) || ZONES.contains(chosen)) ? ZONES.stream()
				: Stream.concat(ZONES.stream(), Stream.of(chosen));
		return ids
			.map((id) -> new Option(id,
					this.messages.getMessage("network.zone." + id.replace('/', '.'), null, id, locale)))
			.toList();
	}

	List<Option> systems(Locale locale) {
		List<Option> options = new ArrayList<>();
		options.add(notChosen(locale));
		this.systems.all().forEach((system) -> options.add(new Option(system.id().toString(), system.shortName())));
		return options;
	}

	List<Option> badges(Locale locale) {
		return named("network.badge.", Badge.values(), locale);
	}

	List<Option> levels(Locale locale) {
		List<Option> options = new ArrayList<>();
		options.add(new Option("", message("network.access.unknown", locale)));
		options.addAll(named("network.access.", AccessibilityLevel.values(), locale));
		return options;
	}

	List<Option> roomKinds(Locale locale) {
		return named("network.room.kind.", RoomKind.values(), locale);
	}

	List<Option> noises(Locale locale) {
		return named("network.room.noise.", Noise.values(), locale);
	}

	List<Option> centreKinds(Locale locale) {
		return named("network.centre.kind.", CentreKind.values(), locale);
	}

	List<Option> plans(Locale locale) {
		return named("network.hours.plan.", HoursForm.Plan.values(), locale);
	}

	List<Option> months(Locale locale) {
		return Arrays.stream(Month.values())
			.map((month) -> new Option(String.valueOf(month.getValue()), month.getDisplayName(TextStyle.FULL, locale)))
			.toList();
	}

	List<Option> weekdays(Locale locale) {
		return Arrays.stream(DayOfWeek.values())
			.map((day) -> new Option(String.valueOf(day.getValue()), day.getDisplayName(TextStyle.FULL, locale)))
			.toList();
	}

	/** Which of the weekdays of a month, or none. */
	List<Option> ordinals(Locale locale) {
		List<Option> options = new ArrayList<>();
		options.add(new Option("", message("network.hours.maintenance.none", locale)));
		Stream.of("-1", "1", "2", "3", "4")
			.forEach((ordinal) -> options
				.add(new Option(ordinal, message("network.hours.maintenance.ordinal." + ordinal, locale))));
		return options;
	}

	Option notChosen(Locale locale) {
		return new Option("", message("shared.form.choose", locale));
	}

	private List<Option> named(String prefix, Enum<?>[] values, Locale locale) {
		return Arrays.stream(values)
			.map((value) -> new Option(value.name(), message(prefix + value.name(), locale)))
			.toList();
	}

	private String message(String key, Locale locale) {
		return this.messages.getMessage(key, null, locale);
	}

}
