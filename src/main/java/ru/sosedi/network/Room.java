package ru.sosedi.network;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

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
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import ru.sosedi.shared.Ids;

/** A room of a library in which something can be held. */
@Entity
public class Room {

	@Id
	private UUID id;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	private Library library;

	private String name;

	@Enumerated(EnumType.STRING)
	private RoomKind kind;

	private Integer seats;

	@Column(name = "area_m2", precision = 7, scale = 1)
	private BigDecimal area;

	@ElementCollection
	@CollectionTable(name = "room_equipment", joinColumns = @JoinColumn(name = "room_id"))
	@OrderColumn(name = "position")
	@Column(name = "name")
	private List<String> equipment = new ArrayList<>();

	@Enumerated(EnumType.STRING)
	private Noise noise;

	private boolean stepFree;

	private boolean needsStaff;

	@Version
	private Long version;

	protected Room() {
	}

	Room(Library library, RoomDetails details) {
		this.id = Ids.next();
		this.library = library;
		change(details);
	}

	final void change(RoomDetails details) {
		this.name = details.name();
		this.kind = details.kind();
		this.seats = details.seats();
		this.area = details.area();
		if (!this.equipment.equals(details.equipment())) {
			this.equipment.clear();
			this.equipment.addAll(details.equipment());
		}
		this.noise = details.noise();
		this.stepFree = details.stepFree();
		this.needsStaff = details.needsStaff();
	}

	public RoomDetails details() {
		return new RoomDetails(this.name, this.kind, this.seats, this.area, this.equipment, this.noise, this.stepFree,
				this.needsStaff);
	}

	public UUID id() {
		return this.id;
	}

	public Library library() {
		return this.library;
	}

	public String name() {
		return this.name;
	}

	public RoomKind kind() {
		return this.kind;
	}

	/** May be {@code null}. */
	public Integer seats() {
		return this.seats;
	}

	public Noise noise() {
		return this.noise;
	}

	public boolean stepFree() {
		return this.stepFree;
	}

	public boolean needsStaff() {
		return this.needsStaff;
	}

	public Long version() {
		return this.version;
	}

}
