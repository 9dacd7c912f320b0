package ru.sosedi.partners;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import ru.sosedi.shared.Ids;

/**
 * NGOs that act together. An alliance is no legal entity: one of the NGOs acts for it.
 */
@Entity
public class Alliance {

	@Id
	private UUID id;

	private String name;

	private UUID legalNgoId;

	@Version
	private Long version;

	protected Alliance() {
	}

	Alliance(String name) {
		this.id = Ids.next();
		this.name = name;
	}

	/**
	 * @param newLegalNgoId the NGO that acts for the alliance; {@code null} while there
	 * is none
	 */
	void change(String newName, UUID newLegalNgoId) {
		this.name = newName;
		this.legalNgoId = newLegalNgoId;
	}

	public UUID id() {
		return this.id;
	}

	public String name() {
		return this.name;
	}

	/** The NGO that acts for the alliance; {@code null} while there is none. */
	public UUID legalNgoId() {
		return this.legalNgoId;
	}

	public Long version() {
		return this.version;
	}

}
