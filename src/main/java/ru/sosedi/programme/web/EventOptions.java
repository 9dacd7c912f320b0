package ru.sosedi.programme.web;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import ru.sosedi.accounts.Actor;
import ru.sosedi.network.CentreName;
import ru.sosedi.network.Centres;
import ru.sosedi.network.Room;
import ru.sosedi.programme.Admission;
import ru.sosedi.programme.AgeMark;
import ru.sosedi.programme.Audience;
import ru.sosedi.programme.DeliveryMode;
import ru.sosedi.programme.EventForm;
import ru.sosedi.programme.RecurrencePattern.Kind;
import ru.sosedi.programme.Theme;
import ru.sosedi.shared.web.Option;

/** The choices of the forms, in the language of the page. */
@Component
class EventOptions {

	private static final List<String> LANGUAGES = List.of("ru", "rsl", "bua", "tt", "en");

	private static final List<String> ORDINALS = List.of("1", "2", "3", "4", "-1");

	private final MessageSource messages;

	private final Centres centres;

	private final EventPartnerOptions partners;

	EventOptions(MessageSource messages, Centres centres, EventPartnerOptions partners) {
		this.messages = messages;
		this.centres = centres;
		this.partners = partners;
	}

	/** The centres for which the actor may write, by name. */
	List<Option> centres(Actor actor) {
		return this.centres.centresOf(actor)
			.stream()
			.map((centre) -> new Option(centre.id().toString(), centre.name()))
			.toList();
	}

	List<CentreName> centreNames(Actor actor) {
		return this.centres.centresOf(actor);
	}

	void ofEvent(Model model, EventFields form, Locale locale) {
		this.partners.fill(model, form);
		model.addAttribute("forms", forms(locale));
		model.addAttribute("ageMarks", of(AgeMark.values(), AgeMark::messageKey, locale));
		model.addAttribute("audienceOptions", of(Audience.values(), Audience::messageKey, locale));
		model.addAttribute("deliveryModes", of(DeliveryMode.values(), DeliveryMode::messageKey, locale));
		model.addAttribute("themeOptions", of(Theme.values(), Theme::messageKey, locale));
		model.addAttribute("admissions", of(Admission.values(), Admission::messageKey, locale));
		model.addAttribute("languages",
				LANGUAGES.stream()
					.map((language) -> new Option(language, text("programme.language." + language, locale)))
					.toList());
		model.addAttribute("accessOptions",
				List.of(new Option(EventFields.YES, text("programme.desk.form.access", locale))));
		model.addAttribute("withoutPictureOptions",
				List.of(new Option(EventFields.YES, text("programme.desk.form.picture.without", locale))));
	}

	private List<Option> forms(Locale locale) {
		List<Option> forms = new ArrayList<>(Stream.of(EventForm.values())
			.filter((form) -> form != EventForm.OTHER)
			.map((form) -> new Option(form.name(), text(form.messageKey(), locale)))
			.sorted(Comparator.comparing(Option::label))
			.toList());
		forms.add(new Option(EventForm.OTHER.name(), text("programme.desk.form.form.other", locale)));
		return forms;
	}

	void ofSchedule(Model model, CentreName centre, Locale locale) {
		model.addAttribute("rooms", rooms(centre, locale));
		model.addAttribute("repeatOptions",
				Stream
					.concat(Stream.of(new Option(ScheduleFields.ONCE, text("programme.desk.schedule.once", locale))),
							Stream.of(Kind.values())
								.map((kind) -> new Option(kind.name(),
										text("programme.desk.schedule.kind." + kind.name(), locale))))
					.toList());
		List<Option> weekdays = Stream.of(DayOfWeek.values())
			.map((day) -> new Option(day.name(), day.getDisplayName(TextStyle.FULL_STANDALONE, locale)))
			.toList();
		model.addAttribute("weekdayOptions", weekdays);
		Option asFirstDay = new Option("", text("programme.desk.schedule.as-first-day", locale));
		model.addAttribute("weekdayChoices", Stream.concat(Stream.of(asFirstDay), weekdays.stream()).toList());
		model.addAttribute("ordinals",
				Stream
					.concat(Stream.of(asFirstDay),
							ORDINALS
								.stream()
								.map((ordinal) -> new Option(ordinal,
										text("programme.desk.schedule.ordinal." + ordinal, locale))))
					.toList());
	}

	List<Option> rooms(CentreName centre, Locale locale) {
		List<Room> rooms = (centre == null) ? List.of() : this.centres.roomsOf(centre.libraryId());
		return Stream
			.concat(Stream.of(new Option("", text("programme.desk.schedule.room.none", locale))),
					rooms.stream().map((room) -> new Option(room.id().toString(), label(room, locale))))
			.toList();
	}

	private String label(Room room, Locale locale) {
		return (room.seats() == null) ? room.name() : this.messages.getMessage("programme.desk.schedule.room.seats",
				new Object[] { room.name(), room.seats() }, locale);
	}

	/**
	 * What is saved where it differs from what was typed, under the labels of the form.
	 */
	List<Option> differing(EventFields typed, EventFields saved, Locale locale) {
		List<Option> differing = new ArrayList<>();
		String[][] pairs = { { "title", typed.title(), saved.title() }, { "summary", typed.summary(), saved.summary() },
				{ "description", typed.description(), saved.description() },
				{ "contact", typed.contact(), saved.contact() },
				{ "partners", this.partners.names(typed), this.partners.names(saved) } };
		for (String[] pair : pairs) {
			String now = Objects.toString(pair[2], "");
			if (!Objects.toString(pair[1], "").replace("\r", "").strip().equals(now)) {
				differing.add(new Option(now, text("programme.desk.form." + pair[0], locale)));
			}
		}
		return differing;
	}

	private <E> List<Option> of(E[] values, Function<E, String> key, Locale locale) {
		return Arrays.stream(values)
			.map((value) -> new Option(((Enum<?>) value).name(), text(key.apply(value), locale)))
			.toList();
	}

	private String text(String key, Locale locale) {
		return this.messages.getMessage(key, null, locale);
	}

}
