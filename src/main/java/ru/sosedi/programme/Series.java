package ru.sosedi.programme;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Version;
import ru.sosedi.shared.Ids;

/** The rule by which an event repeats, and what its dates have in common. */
@Entity
public class Series {

	@Id
	private UUID id;

	@OneToOne(fetch = FetchType.LAZY, optional = false)
	private Event event;

	private String rule;

	private LocalDate firstDay;

	private LocalTime starts;

	private LocalTime ends;

	private UUID roomId;

	private String place;

	private Integer capacity;

	@ElementCollection
	@CollectionTable(name = "series_excluded_day", joinColumns = @JoinColumn(name = "series_id"))
	@Column(name = "day")
	private Set<LocalDate> excludedDays = new HashSet<>();

	@Version
	private Long version;

	protected Series() {
	}

	Series(Event event, SeriesDetails details) {
		this.id = Ids.next();
		this.event = event;
		change(details);
	}

	final void change(SeriesDetails details) {
		this.rule = details.recurrence().rule();
		this.firstDay = details.first().day();
		this.starts = details.first().starts();
		this.ends = details.first().ends();
		this.roomId = details.first().roomId();
		this.place = details.first().place();
		this.capacity = details.first().capacity();
		this.excludedDays.retainAll(details.excludedDays());
		this.excludedDays.addAll(details.excludedDays());
	}

	public SeriesDetails details() {
		return new SeriesDetails(
				new OccurrenceDetails(this.firstDay, this.starts, this.ends, this.roomId, this.place, this.capacity),
				new Recurrence(this.rule), this.excludedDays);
	}

	/** In order. */
	public List<LocalDate> excludedDays() {
		return this.excludedDays.stream().sorted().toList();
	}

	public UUID id() {
		return this.id;
	}

	public Long version() {
		return this.version;
	}

}
