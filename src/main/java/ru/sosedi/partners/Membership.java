package ru.sosedi.partners;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import ru.sosedi.shared.Ids;
import ru.sosedi.shared.RefusedException;

/** An NGO's time in an alliance; it may leave and join again. */
@Entity
@Table(name = "alliance_membership")
public class Membership {

	@Id
	private UUID id;

	private UUID allianceId;

	private UUID ngoId;

	private LocalDate joinedOn;

	private LocalDate leftOn;

	@Version
	private Long version;

	protected Membership() {
	}

	Membership(UUID allianceId, UUID ngoId, LocalDate joinedOn) {
		this.id = Ids.next();
		this.allianceId = allianceId;
		this.ngoId = ngoId;
		this.joinedOn = joinedOn;
	}

	/**
	 * @param day the first day on which the NGO is no member any more
	 * @throws RefusedException when it left already, or would leave before it joined
	 */
	void end(LocalDate day) {
		if (this.leftOn != null) {
			throw new RefusedException(null, "partners.membership.ended");
		}
		if (!day.isAfter(this.joinedOn)) {
			throw new RefusedException("leftOn", "partners.membership.end.early");
		}
		this.leftOn = day;
	}

	public UUID id() {
		return this.id;
	}

	public UUID allianceId() {
		return this.allianceId;
	}

	public UUID ngoId() {
		return this.ngoId;
	}

	public LocalDate joinedOn() {
		return this.joinedOn;
	}

	/** The first day without it; {@code null} while it is a member. */
	public LocalDate leftOn() {
		return this.leftOn;
	}

}
