package ru.sosedi.world;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.stereotype.Component;
import ru.sosedi.accounts.Actor;
import ru.sosedi.network.Accessibility;
import ru.sosedi.network.AccessibilityLevel;
import ru.sosedi.network.Badge;
import ru.sosedi.network.CentreDetails;
import ru.sosedi.network.CentreKind;
import ru.sosedi.network.CentreService;
import ru.sosedi.network.Coordinates;
import ru.sosedi.network.DayHours;
import ru.sosedi.network.Impairment;
import ru.sosedi.network.Library;
import ru.sosedi.network.LibraryDetails;
import ru.sosedi.network.LibraryService;
import ru.sosedi.network.LibrarySystem;
import ru.sosedi.network.LibrarySystemDetails;
import ru.sosedi.network.LibrarySystemService;
import ru.sosedi.network.MaintenanceRule;
import ru.sosedi.network.NeighbourhoodCentre;
import ru.sosedi.network.Noise;
import ru.sosedi.network.Room;
import ru.sosedi.network.RoomDetails;
import ru.sosedi.network.RoomKind;
import ru.sosedi.network.RoomService;
import ru.sosedi.network.Season;
import ru.sosedi.network.SeasonHours;
import ru.sosedi.network.TimeRange;
import ru.sosedi.shared.Inn;
import ru.sosedi.shared.Kpp;
import ru.sosedi.shared.Ogrn;

/**
 * The network of Zarechensk, in real rows. What has no argument is one and the same for
 * the whole test run; what takes a name is new each time.
 */
@Component
public class NetworkWorld {

	/** Tyumen's: five hours ahead of UTC. */
	public static final ZoneId ZONE = ZoneId.of("Asia/Yekaterinburg");

	private static final AtomicInteger NUMBERS = new AtomicInteger();

	private final LibrarySystemService systems;

	private final LibraryService libraries;

	private final RoomService rooms;

	private final CentreService centres;

	private LibrarySystem system;

	private NeighbourhoodCentre centre;

	NetworkWorld(LibrarySystemService systems, LibraryService libraries, RoomService rooms, CentreService centres) {
		this.systems = systems;
		this.libraries = libraries;
		this.rooms = rooms;
		this.centres = centres;
	}

	/** The library system of Zarechensk. */
	public synchronized LibrarySystem zarechenskSystem() {
		if (this.system == null) {
			this.system = this.systems.create(Actor.portal(), systemDetails("0000123450"));
		}
		return this.system;
	}

	/** An open centre at a library of Zarechensk. */
	public synchronized NeighbourhoodCentre zarechenskCentre() {
		if (this.centre == null) {
			this.centre = openCentre("Соседский центр «Заречье»");
		}
		return this.centre;
	}

	/** A new library with a number of its own and {@link #details}. */
	public Library library(String name) {
		return this.libraries.create(Actor.portal(), details(name));
	}

	/** A new hall for 40 people. */
	public Room room(UUID libraryId, String name) {
		return this.rooms.create(Actor.portal(), libraryId, roomDetails(name));
	}

	/** A new centre, open since 1 September 2026, at a new library. */
	public NeighbourhoodCentre openCentre(String name) {
		return openCentre(name, library("Библиотека при центре: " + name).id());
	}

	/** A new centre, open since 1 September 2026. */
	public NeighbourhoodCentre openCentre(String name, UUID libraryId) {
		NeighbourhoodCentre planned = plannedCentre(name, libraryId);
		this.centres.open(Actor.portal(), libraryId, LocalDate.of(2026, 9, 1));
		return planned;
	}

	/** A new centre that is not open yet. */
	public NeighbourhoodCentre plannedCentre(String name, UUID libraryId) {
		return this.centres.plan(Actor.portal(), libraryId,
				new CentreDetails(CentreKind.NEIGHBOURHOOD_CENTRE, name, "Место встречи соседей.", null, null));
	}

	public static LibrarySystemDetails systemDetails(String inn) {
		return new LibrarySystemDetails("Муниципальное учреждение «Библиотеки Зареченска»", "ЦБС Зареченска",
				"Администрация города Зареченска", "Зарина Заречная", new Inn(inn), new Kpp("000001001"),
				new Ogrn("1000000123452"), "г. Зареченск, ул. Книжная, 1", "+7 000 000-00-00", "cbs@zarechensk.example",
				"https://cbs.zarechensk.example");
	}

	/**
	 * Works Tuesday to Sunday with a lunch break from 13 to 14; an hour longer in winter;
	 * the last Friday of a month is the maintenance day.
	 */
	public LibraryDetails details(String name) {
		return new LibraryDetails(zarechenskSystem().id(), NUMBERS.incrementAndGet(), name,
				"г. Зареченск, ул. Речная, 2", "Заречный", new Coordinates(57.15, 65.53), ZONE, 1957,
				"+7 000 000-00-01", null, null, "Библиотека у реки.", Set.of(Badge.MODEL_LIBRARY),
				List.of("Wi-Fi", "Настольные игры"),
				Map.of(Impairment.MOBILITY, new Accessibility(AccessibilityLevel.FULL, "Пандус у входа")),
				List.of(new SeasonHours(Season.SUMMER, MonthDay.of(6, 1), MonthDay.of(8, 31), week(18)),
						new SeasonHours(Season.WINTER, MonthDay.of(9, 1), MonthDay.of(5, 31), week(19))),
				new MaintenanceRule(DayOfWeek.FRIDAY, -1));
	}

	public static RoomDetails roomDetails(String name) {
		return new RoomDetails(name, RoomKind.EVENT_HALL, 40, new BigDecimal("52.5"), List.of("Проектор", "Экран"),
				Noise.NOISY, true, false);
	}

	private static Map<DayOfWeek, DayHours.Working> week(int closes) {
		Map<DayOfWeek, DayHours.Working> week = new EnumMap<>(DayOfWeek.class);
		for (DayOfWeek day : DayOfWeek.values()) {
			if (day != DayOfWeek.MONDAY) {
				week.put(day, new DayHours.Working(LocalTime.of(10, 0), LocalTime.of(closes, 0),
						new TimeRange(LocalTime.of(13, 0), LocalTime.of(14, 0))));
			}
		}
		return week;
	}

}
