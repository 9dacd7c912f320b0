package ru.sosedi.network;

import java.time.DayOfWeek;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import ru.sosedi.shared.Ids;

/** A library (a branch of a library system): a place with an address and hours. */
@Entity
public class Library {

	@Id
	private UUID id;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	private LibrarySystem librarySystem;

	private Integer number;

	private String name;

	private String slug;

	private String address;

	private String district;

	private Double latitude;

	private Double longitude;

	private String timeZone;

	private Integer foundedYear;

	private String phone;

	private String email;

	private String site;

	private String about;

	private Integer maintenanceWeekday;

	private Integer maintenanceOrdinal;

	@ElementCollection
	@CollectionTable(name = "library_badge", joinColumns = @JoinColumn(name = "library_id"))
	@Column(name = "badge")
	@Enumerated(EnumType.STRING)
	private Set<Badge> badges = new HashSet<>();

	@ElementCollection
	@CollectionTable(name = "library_service", joinColumns = @JoinColumn(name = "library_id"))
	@OrderColumn(name = "position")
	@Column(name = "name")
	private List<String> services = new ArrayList<>();

	@ElementCollection
	@CollectionTable(name = "library_accessibility", joinColumns = @JoinColumn(name = "library_id"))
	@MapKeyColumn(name = "impairment")
	@MapKeyEnumerated(EnumType.STRING)
	private Map<Impairment, Accessibility> accessibility = new HashMap<>();

	@ElementCollection
	@CollectionTable(name = "timetable", joinColumns = @JoinColumn(name = "library_id"))
	@MapKeyColumn(name = "season")
	@MapKeyEnumerated(EnumType.STRING)
	private Map<Season, TimetableDates> timetables = new HashMap<>();

	@ElementCollection
	@CollectionTable(name = "timetable_day", joinColumns = @JoinColumn(name = "library_id"))
	@AttributeOverride(name = "key.season", column = @Column(name = "season"))
	@AttributeOverride(name = "key.weekday", column = @Column(name = "weekday"))
	private Map<TimetableKey, TimetableDay> timetableDays = new HashMap<>();

	@Version
	private Long version;

	protected Library() {
	}

	Library(LibrarySystem system, String slug, LibraryDetails details) {
		this.id = Ids.next();
		this.slug = slug;
		change(system, details);
	}

	final void change(LibrarySystem system, LibraryDetails details) {
		this.librarySystem = system;
		this.number = details.number();
		this.name = details.name();
		this.address = details.address();
		this.district = details.district();
		this.latitude = (details.place() == null) ? null : details.place().latitude();
		this.longitude = (details.place() == null) ? null : details.place().longitude();
		this.timeZone = details.timeZone().getId();
		this.foundedYear = details.foundedYear();
		this.phone = details.phone();
		this.email = details.email();
		this.site = details.site();
		this.about = details.about();
		replace(this.badges, details.badges());
		if (!this.services.equals(details.services())) {
			this.services.clear();
			this.services.addAll(details.services());
		}
		replace(this.accessibility, details.accessibility());
		replaceHours(details);
	}

	private void replaceHours(LibraryDetails details) {
		Map<Season, TimetableDates> dates = new EnumMap<>(Season.class);
		Map<TimetableKey, TimetableDay> days = new HashMap<>();
		for (SeasonHours hours : details.seasons()) {
			dates.put(hours.season(), new TimetableDates(hours.startsOn().toString(), hours.endsOn().toString()));
			hours.week()
				.forEach((weekday, day) -> days.put(new TimetableKey(hours.season(), weekday.getValue()),
						TimetableDay.of(day)));
		}
		replace(this.timetables, dates);
		replace(this.timetableDays, days);
		MaintenanceRule rule = details.maintenance();
		this.maintenanceWeekday = (rule == null) ? null : rule.weekday().getValue();
		this.maintenanceOrdinal = (rule == null) ? null : rule.ordinal();
	}

	// Only what differs is touched, so that an equal edit writes nothing.
	private static <T> void replace(Set<T> kept, Set<T> wanted) {
		kept.retainAll(wanted);
		kept.addAll(wanted);
	}

	private static <K, V> void replace(Map<K, V> kept, Map<K, V> wanted) {
		kept.keySet().retainAll(wanted.keySet());
		wanted.forEach((key, value) -> {
			if (!value.equals(kept.get(key))) {
				kept.put(key, value);
			}
		});
	}

	public LibraryDetails details() {
		return new LibraryDetails(this.librarySystem.id(), this.number, this.name, this.address, this.district, place(),
				timeZone(), this.foundedYear, this.phone, this.email, this.site, this.about, this.badges, this.services,
				this.accessibility, seasons(), maintenance());
	}

	public UUID id() {
		return this.id;
	}

	public LibrarySystem system() {
		return this.librarySystem;
	}

	/** May be {@code null}. */
	public Integer number() {
		return this.number;
	}

	public String name() {
		return this.name;
	}

	/** Made from the first name; it stays when the name changes. */
	public String slug() {
		return this.slug;
	}

	public String address() {
		return this.address;
	}

	/** May be {@code null}. */
	public String district() {
		return this.district;
	}

	/** May be {@code null}. */
	public Coordinates place() {
		return (this.latitude == null) ? null : new Coordinates(this.latitude, this.longitude);
	}

	public ZoneId timeZone() {
		return ZoneId.of(this.timeZone);
	}

	/** The timetables; empty when the hours are unknown. */
	public List<SeasonHours> seasons() {
		return this.timetables.entrySet().stream().sorted(Map.Entry.comparingByKey()).map((entry) -> {
			Map<DayOfWeek, DayHours.Working> week = new EnumMap<>(DayOfWeek.class);
			this.timetableDays.forEach((key, day) -> {
				if (key.season() == entry.getKey()) {
					week.put(DayOfWeek.of(key.weekday()), day.hours());
				}
			});
			return new SeasonHours(entry.getKey(), MonthDay.parse(entry.getValue().startsOn()),
					MonthDay.parse(entry.getValue().endsOn()), week);
		}).toList();
	}

	/** May be {@code null}. */
	public MaintenanceRule maintenance() {
		return (this.maintenanceWeekday == null) ? null
				: new MaintenanceRule(DayOfWeek.of(this.maintenanceWeekday), this.maintenanceOrdinal);
	}

	public Long version() {
		return this.version;
	}

}
