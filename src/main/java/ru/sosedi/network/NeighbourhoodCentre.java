package ru.sosedi.network;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Version;
import ru.sosedi.shared.Ids;
import ru.sosedi.shared.RefusedException;

/**
 * A centre opened at a library: planned, open, paused, closed. A closed one can open
 * again, for a library has one centre at most.
 */
@Entity
public class NeighbourhoodCentre {

	/** The centre is called otherwise from now on. */
	public record Renamed(UUID centreId) {

	}

	private static final int REASON_LENGTH = 300;

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

	@Id
	private UUID id;

	@OneToOne(fetch = FetchType.LAZY, optional = false)
	private Library library;

	@Enumerated(EnumType.STRING)
	private CentreKind kind;

	private String name;

	private String slug;

	private String about;

	@Enumerated(EnumType.STRING)
	private CentreState state;

	private LocalDate plannedFor;

	private LocalDate openedOn;

	private LocalDate pausedOn;

	private LocalDate closedOn;

	private String stateReason;

	private UUID coordinatorId;

	@Version
	private Long version;

	protected NeighbourhoodCentre() {
	}

	NeighbourhoodCentre(Library library, String slug, CentreDetails details) {
		this.id = Ids.next();
		this.library = library;
		this.slug = slug;
		this.state = CentreState.PLANNED;
		change(details);
	}

	final void change(CentreDetails details) {
		this.kind = details.kind();
		this.name = details.name();
		this.about = details.about();
		this.plannedFor = details.plannedFor();
		this.coordinatorId = details.coordinatorId();
	}

	/** Opens for the first time, after a pause, or again after it was closed. */
	void open(LocalDate date) {
		require(this.state != CentreState.OPEN, null, "network.centre.opening.open-already");
		if (this.state == CentreState.PAUSED) {
			requireNotBefore(date, this.pausedOn);
		}
		else {
			requireNotBefore(date, this.closedOn);
			this.openedOn = date;
		}
		this.state = CentreState.OPEN;
		this.pausedOn = null;
		this.closedOn = null;
		this.stateReason = null;
	}

	void pause(LocalDate date, String reason) {
		require(this.state == CentreState.OPEN, null, "network.centre.pause.not-open");
		requireNotBefore(date, this.openedOn);
		this.stateReason = requiredReason(reason);
		this.state = CentreState.PAUSED;
		this.pausedOn = date;
	}

	void close(LocalDate date, String reason) {
		require(this.state != CentreState.CLOSED, null, "network.centre.closing.closed-already");
		requireNotBefore(date, (this.pausedOn == null) ? this.openedOn : this.pausedOn);
		this.stateReason = requiredReason(reason);
		this.state = CentreState.CLOSED;
		this.closedOn = date;
	}

	private static String requiredReason(String reason) {
		return Text.required(reason, "reason", REASON_LENGTH, "network.centre.reason.missing");
	}

	private static void requireNotBefore(LocalDate date, LocalDate earlier) {
		require(earlier == null || !date.isBefore(earlier), "date", "network.centre.date.too-early",
				(earlier == null) ? "" : DAY.format(earlier));
	}

	private static void require(boolean met, String field, String key, Object... arguments) {
		if (!met) {
			throw new RefusedException(field, key, arguments);
		}
	}

	public CentreDetails details() {
		return new CentreDetails(this.kind, this.name, this.about, this.plannedFor, this.coordinatorId);
	}

	Map<String, String> life() {
		Map<String, String> life = new LinkedHashMap<>();
		life.put("state", this.state.name());
		life.put("openedOn", text(this.openedOn));
		life.put("pausedOn", text(this.pausedOn));
		life.put("closedOn", text(this.closedOn));
		life.put("stateReason", this.stateReason);
		return life;
	}

	private static String text(LocalDate date) {
		return (date == null) ? null : date.toString();
	}

	public UUID id() {
		return this.id;
	}

	public Library library() {
		return this.library;
	}

	public CentreKind kind() {
		return this.kind;
	}

	public String name() {
		return this.name;
	}

	/** Made from the first name; it stays when the name changes. */
	public String slug() {
		return this.slug;
	}

	public CentreState state() {
		return this.state;
	}

	/** {@code null} while the centre has never been open. */
	public LocalDate openedOn() {
		return this.openedOn;
	}

	/** {@code null} unless the centre is paused, or was when it closed. */
	public LocalDate pausedOn() {
		return this.pausedOn;
	}

	/** {@code null} unless the centre is closed. */
	public LocalDate closedOn() {
		return this.closedOn;
	}

	/** Why it is paused or closed, else {@code null}. */
	public String stateReason() {
		return this.stateReason;
	}

	public Long version() {
		return this.version;
	}

}
