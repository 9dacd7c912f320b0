package ru.sosedi.partners;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import ru.sosedi.shared.Ids;
import ru.sosedi.shared.RefusedException;

/**
 * A party's agreement on paper to use the simple electronic signature: without one such a
 * signature binds nobody (63-FZ, article 6 part 2, article 9).
 */
@Entity
public class SimpleSignatureAccession {

	@Id
	private UUID id;

	private UUID ngoId;

	private UUID librarySystemId;

	@Column(insertable = false, updatable = false)
	private UUID partyId;

	private String documentName;

	private String documentNumber;

	private LocalDate signedOn;

	private LocalDate endedOn;

	private String fileName;

	private String fileKind;

	@Version
	private Long version;

	protected SimpleSignatureAccession() {
	}

	SimpleSignatureAccession(Party party, AccessionDetails details, Scan scan) {
		this.id = Ids.next();
		this.ngoId = (party.kind() == PartyKind.NGO) ? party.id() : null;
		this.librarySystemId = (party.kind() == PartyKind.LIBRARY_SYSTEM) ? party.id() : null;
		this.partyId = party.id();
		this.documentName = details.documentName();
		this.documentNumber = details.documentNumber();
		this.signedOn = details.signedOn();
		this.fileName = scan.name();
		this.fileKind = scan.kind();
	}

	/**
	 * @param day the last day on which it holds
	 * @throws RefusedException when it ended already or has not begun by then
	 */
	void end(LocalDate day) {
		if (this.endedOn != null) {
			throw new RefusedException(null, "partners.accession.ended");
		}
		if (day.isBefore(this.signedOn)) {
			throw new RefusedException("endedOn", "partners.accession.end.early");
		}
		this.endedOn = day;
	}

	public UUID id() {
		return this.id;
	}

	public UUID partyId() {
		return this.partyId;
	}

	public String documentName() {
		return this.documentName;
	}

	/** May be {@code null}. */
	public String documentNumber() {
		return this.documentNumber;
	}

	public LocalDate signedOn() {
		return this.signedOn;
	}

	/** The last day; {@code null} while it holds. */
	public LocalDate endedOn() {
		return this.endedOn;
	}

	public String fileName() {
		return this.fileName;
	}

	/** The media type of the scan. */
	public String fileKind() {
		return this.fileKind;
	}

	public Long version() {
		return this.version;
	}

}
