package ru.sosedi.network;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import ru.sosedi.shared.Ids;
import ru.sosedi.shared.RefusedException;

/** Days, both ends included, on which a library is closed for a reason of its own. */
@Entity
public class Closure {

	@Id
	private UUID id;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	private Library library;

	private LocalDate firstDay;

	private LocalDate lastDay;

	private String reason;

	@Version
	private Long version;

	protected Closure() {
	}

	/**
	 * @throws RefusedException naming the field that cannot be so
	 */
	Closure(Library library, LocalDate firstDay, LocalDate lastDay, String reason) {
		if (lastDay.isBefore(firstDay)) {
			throw new RefusedException("lastDay", "network.hours.closure.order");
		}
		this.id = Ids.next();
		this.library = library;
		this.firstDay = firstDay;
		this.lastDay = lastDay;
		this.reason = Text.required(reason, "reason", 200, "network.hours.closure.reason.missing");
	}

	public UUID id() {
		return this.id;
	}

	public Library library() {
		return this.library;
	}

	public LocalDate firstDay() {
		return this.firstDay;
	}

	public LocalDate lastDay() {
		return this.lastDay;
	}

	public String reason() {
		return this.reason;
	}

}
