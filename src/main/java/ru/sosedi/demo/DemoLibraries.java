package ru.sosedi.demo;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;
import ru.sosedi.accounts.Actor;
import ru.sosedi.demo.DemoFile.CentreEntry;
import ru.sosedi.demo.DemoFile.LibraryEntry;
import ru.sosedi.demo.DemoFile.LibrarySystemEntry;
import ru.sosedi.demo.DemoFile.RoomEntry;
import ru.sosedi.demo.DemoFile.TimetableEntry;
import ru.sosedi.network.Accessibility;
import ru.sosedi.network.AccessibilityLevel;
import ru.sosedi.network.Badge;
import ru.sosedi.network.CentreDetails;
import ru.sosedi.network.CentreKind;
import ru.sosedi.network.CentreService;
import ru.sosedi.network.Coordinates;
import ru.sosedi.network.DayHours;
import ru.sosedi.network.Impairment;
import ru.sosedi.network.LibraryDetails;
import ru.sosedi.network.LibraryService;
import ru.sosedi.network.LibrarySystemDetails;
import ru.sosedi.network.LibrarySystemService;
import ru.sosedi.network.MaintenanceRule;
import ru.sosedi.network.Noise;
import ru.sosedi.network.RoomDetails;
import ru.sosedi.network.RoomKind;
import ru.sosedi.network.RoomService;
import ru.sosedi.network.Season;
import ru.sosedi.network.SeasonHours;
import ru.sosedi.network.TimeRange;
import ru.sosedi.shared.Inn;
import ru.sosedi.shared.Kpp;
import ru.sosedi.shared.Ogrn;

/** Brings the invented library system, its libraries, rooms and centres in. */
@Component
@Conditional(DemoWanted.class)
class DemoLibraries {

	private final LibrarySystemService systems;

	private final LibraryService libraries;

	private final RoomService rooms;

	private final CentreService centres;

	private final Clock clock;

	DemoLibraries(LibrarySystemService systems, LibraryService libraries, RoomService rooms, CentreService centres,
			Clock clock) {
		this.systems = systems;
		this.libraries = libraries;
		this.rooms = rooms;
		this.centres = centres;
		this.clock = clock;
	}

	/** The ids of the libraries by their numbers. */
	Map<Integer, UUID> fill(Actor actor, DemoFile.City city) {
		ZoneId zone = ZoneId.of(city.network().timeZone());
		UUID system = this.systems.create(actor, details(city.librarySystem())).id();
		Map<Integer, UUID> ids = new HashMap<>();
		for (LibraryEntry entry : city.libraries()) {
			UUID id = this.libraries.create(actor, details(entry, system, zone)).id();
			entry.rooms().forEach((room) -> this.rooms.create(actor, id, details(room)));
			if (entry.centre() != null) {
				openCentre(actor, id, entry.centre(), LocalDate.now(this.clock.withZone(zone)));
			}
			ids.put(entry.number(), id);
		}
		return ids;
	}

	private void openCentre(Actor actor, UUID library, CentreEntry entry, LocalDate today) {
		LocalDate date = today.plusDays(entry.daysFromToday());
		this.centres.plan(actor, library,
				new CentreDetails(CentreKind.valueOf(entry.kind()), entry.name(), entry.about(), date, null));
		if (!entry.state().equals("PLANNED")) {
			this.centres.open(actor, library, date);
		}
		if (entry.state().equals("PAUSED")) {
			this.centres.pause(actor, library, today.minusDays(10), entry.reason());
		}
	}

	private static LibrarySystemDetails details(LibrarySystemEntry entry) {
		return new LibrarySystemDetails(entry.name(), entry.shortName(), entry.founder(), entry.director(),
				new Inn(entry.inn()), new Kpp(entry.kpp()), new Ogrn(entry.ogrn()), entry.address(), entry.phone(),
				entry.email(), null);
	}

	private static LibraryDetails details(LibraryEntry entry, UUID system, ZoneId zone) {
		Map<Impairment, Accessibility> accessibility = new EnumMap<>(Impairment.class);
		entry.accessibility()
			.forEach((impairment, offer) -> accessibility.put(Impairment.valueOf(impairment),
					new Accessibility(AccessibilityLevel.valueOf(offer.get(0)), offer.get(1))));
		Set<Badge> badges = entry.badges()
			.stream()
			.map(Badge::valueOf)
			.collect(Collectors.toCollection(() -> EnumSet.noneOf(Badge.class)));
		List<SeasonHours> seasons = entry.timetables()
			.entrySet()
			.stream()
			.map((timetable) -> hours(Season.valueOf(timetable.getKey()), timetable.getValue()))
			.toList();
		return new LibraryDetails(system, entry.number(), entry.name(), entry.address(), entry.district(),
				new Coordinates(entry.latitude(), entry.longitude()), zone, entry.foundedYear(), entry.phone(),
				entry.email(), null, entry.about(), badges, entry.services(), accessibility, seasons,
				new MaintenanceRule(DayOfWeek.of(entry.maintenance().get(0)), entry.maintenance().get(1)));
	}

	private static SeasonHours hours(Season season, TimetableEntry entry) {
		TimeRange lunch = (entry.lunch() != null) ? range(entry.lunch()) : null;
		Map<DayOfWeek, DayHours.Working> week = new EnumMap<>(DayOfWeek.class);
		entry.days().forEach((days, times) -> {
			TimeRange open = range(times);
			String[] span = days.split("-");
			for (int day = Integer.parseInt(span[0]); day <= Integer.parseInt(span[span.length - 1]); day++) {
				week.put(DayOfWeek.of(day), new DayHours.Working(open.from(), open.to(), lunch));
			}
		});
		return new SeasonHours(season, MonthDay.parse("--" + entry.from()), MonthDay.parse("--" + entry.to()), week);
	}

	private static TimeRange range(String text) {
		String[] ends = text.split("-");
		return new TimeRange(LocalTime.parse(ends[0]), LocalTime.parse(ends[1]));
	}

	private static RoomDetails details(RoomEntry entry) {
		return new RoomDetails(entry.name(), RoomKind.valueOf(entry.kind()), entry.seats(), entry.area(),
				entry.equipment(), Noise.valueOf(entry.noise()), entry.stepFree(), entry.needsStaff());
	}

}
