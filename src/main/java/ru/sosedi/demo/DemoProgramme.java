package ru.sosedi.demo;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;
import ru.sosedi.accounts.Actor;
import ru.sosedi.demo.DemoFile.CancelledDateEntry;
import ru.sosedi.demo.DemoFile.EventEntry;
import ru.sosedi.demo.DemoFile.ScheduleEntry;
import ru.sosedi.network.Centres;
import ru.sosedi.network.DayHours;
import ru.sosedi.network.NeighbourhoodCentre;
import ru.sosedi.network.OpeningHours;
import ru.sosedi.network.Room;
import ru.sosedi.programme.Admission;
import ru.sosedi.programme.AgeMark;
import ru.sosedi.programme.Audience;
import ru.sosedi.programme.DeliveryMode;
import ru.sosedi.programme.EventDetails;
import ru.sosedi.programme.EventForm;
import ru.sosedi.programme.EventService;
import ru.sosedi.programme.Occurrence;
import ru.sosedi.programme.OccurrenceDetails;
import ru.sosedi.programme.OccurrenceService;
import ru.sosedi.programme.PartnerChoice;
import ru.sosedi.programme.PictureService;
import ru.sosedi.programme.Publication;
import ru.sosedi.programme.RecurrencePattern;
import ru.sosedi.programme.SeriesDetails;
import ru.sosedi.programme.SeriesService;
import ru.sosedi.programme.Theme;

/** Some sixty days of programme around today. */
@Component
@Conditional(DemoWanted.class)
class DemoProgramme {

	private static final int DAYS_BEHIND = 15;

	private static final int DAYS_AHEAD = 45;

	private final Centres centres;

	private final EventService events;

	private final SeriesService series;

	private final OccurrenceService occurrences;

	private final Publication publication;

	private final PictureService pictures;

	private final Clock clock;

	DemoProgramme(Centres centres, EventService events, SeriesService series, OccurrenceService occurrences,
			Publication publication, PictureService pictures, Clock clock) {
		this.centres = centres;
		this.events = events;
		this.series = series;
		this.occurrences = occurrences;
		this.publication = publication;
		this.pictures = pictures;
		this.clock = clock;
	}

	/**
	 * @param libraries the ids of the libraries by their numbers
	 */
	void fill(Actor actor, List<EventEntry> entries, Map<Integer, UUID> libraries, ZoneId zone) {
		LocalDate today = LocalDate.now(this.clock.withZone(zone));
		Map<String, UUID> kept = new HashMap<>();
		entries.stream()
			.map(EventEntry::picture)
			.filter((name) -> name != null)
			.distinct()
			.forEach((name) -> kept.put(name, this.pictures.keep(actor, DemoFile.picture(name))));
		entries.forEach((entry) -> hold(actor, entry, libraries.get(entry.library()), kept, today));
	}

	private void hold(Actor actor, EventEntry entry, UUID library, Map<String, UUID> pictures, LocalDate today) {
		NeighbourhoodCentre centre = this.centres.ofLibrary(library).orElseThrow();
		UUID event = this.events.create(actor, centre.id(), details(entry, pictures)).id();
		schedule(actor, event, entry, library, today);
		if (entry.state().equals("PUBLISHED")) {
			this.publication.publish(actor, event);
		}
		if (entry.cancelledDate() != null) {
			cancel(actor, event, entry.cancelledDate());
		}
	}

	private void schedule(Actor actor, UUID event, EventEntry entry, UUID library, LocalDate today) {
		if (entry.schedule().days() != null) {
			entry.schedule()
				.days()
				.forEach((day) -> this.occurrences.add(actor, event, date(entry, library, today.plusDays(day))));
			return;
		}
		RecurrencePattern pattern = pattern(entry.schedule(), today.plusDays(DAYS_AHEAD));
		OccurrenceDetails first = date(entry, library, firstDay(entry.schedule(), today.minusDays(DAYS_BEHIND)));
		SeriesDetails every = new SeriesDetails(first, pattern.toRecurrence(), Set.of());
		this.series.plan(actor, event,
				new SeriesDetails(first, every.recurrence(), daysOff(this.centres.hoursOf(library), every)));
	}

	/** The days of a series on which the library is not open. */
	private static Set<LocalDate> daysOff(OpeningHours hours, SeriesDetails series) {
		return series.dates()
			.stream()
			.map(OccurrenceDetails::day)
			.filter((day) -> !(hours.on(day) instanceof DayHours.Working))
			.collect(Collectors.toCollection(HashSet::new));
	}

	private static RecurrencePattern pattern(ScheduleEntry schedule, LocalDate until) {
		if (schedule.weekly() != null) {
			Set<DayOfWeek> days = schedule.weekly().stream().map(DemoProgramme::weekday).collect(Collectors.toSet());
			return new RecurrencePattern(RecurrencePattern.Kind.WEEKLY, 1, days, null, null, null, until, null);
		}
		if (schedule.everySecond() != null) {
			return new RecurrencePattern(RecurrencePattern.Kind.WEEKLY, 2, Set.of(weekday(schedule.everySecond())),
					null, null, null, until, null);
		}
		boolean last = schedule.last() != null;
		return new RecurrencePattern(RecurrencePattern.Kind.MONTHLY_WEEKDAY, 1, Set.of(), last ? -1 : schedule.nth(),
				weekday(last ? schedule.last() : schedule.day()), null, until, null);
	}

	/** The first day of the schedule that is not before the given one. */
	private static LocalDate firstDay(ScheduleEntry schedule, LocalDate from) {
		if (schedule.weekly() != null) {
			return schedule.weekly()
				.stream()
				.map((day) -> from.with(TemporalAdjusters.nextOrSame(weekday(day))))
				.min(Comparator.naturalOrder())
				.orElseThrow();
		}
		if (schedule.everySecond() != null) {
			return from.with(TemporalAdjusters.nextOrSame(weekday(schedule.everySecond())));
		}
		int ordinal = (schedule.last() != null) ? -1 : schedule.nth();
		DayOfWeek weekday = weekday((schedule.last() != null) ? schedule.last() : schedule.day());
		LocalDate inMonth = from.with(TemporalAdjusters.dayOfWeekInMonth(ordinal, weekday));
		return inMonth.isBefore(from)
				? YearMonth.from(from).plusMonths(1).atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(ordinal, weekday))
				: inMonth;
	}

	/** The weekday of two letters, as in RFC 5545. */
	private static DayOfWeek weekday(String letters) {
		return Arrays.stream(DayOfWeek.values())
			.filter((day) -> day.name().startsWith(letters))
			.findFirst()
			.orElseThrow();
	}

	private OccurrenceDetails date(EventEntry entry, UUID library, LocalDate day) {
		UUID room = this.centres.roomsOf(library)
			.stream()
			.filter((one) -> one.name().equals(entry.room()))
			.map(Room::id)
			.findFirst()
			.orElse(null);
		LocalTime end = entry.start().plusMinutes(entry.minutes());
		return new OccurrenceDetails(day, entry.start(), end, room, entry.place(), entry.capacity());
	}

	private void cancel(Actor actor, UUID event, CancelledDateEntry cancelled) {
		List<Occurrence> ahead = this.occurrences.ofEvent(actor, event)
			.stream()
			.filter((one) -> one.startsAt().isAfter(this.clock.instant()))
			.toList();
		if (ahead.size() >= cancelled.ahead()) {
			this.occurrences.cancel(actor, ahead.get(cancelled.ahead() - 1).id(), cancelled.reason());
		}
	}

	private static EventDetails details(EventEntry entry, Map<String, UUID> pictures) {
		return new EventDetails(EventForm.valueOf(entry.form()), entry.title(), entry.summary(), entry.description(),
				AgeMark.ofYears(entry.ageMark()).orElseThrow(),
				entry.audiences().stream().map(Audience::valueOf).collect(Collectors.toSet()),
				DeliveryMode.valueOf(entry.deliveryMode()),
				entry.themes().stream().map(Theme::valueOf).collect(Collectors.toSet()),
				entry.partners().stream().map((name) -> PartnerChoice.named(name, false)).toList(),
				Admission.valueOf(entry.admission()), "ru", entry.accessibility() != null, entry.accessibility(),
				entry.contact(), pictures.get(entry.picture()), entry.pictureAlt());
	}

}
