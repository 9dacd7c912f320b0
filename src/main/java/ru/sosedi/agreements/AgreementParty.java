package ru.sosedi.agreements;

import java.util.UUID;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import ru.sosedi.partners.PartyKind;

/**
 * One side of an agreement: a legal entity.
 *
 * @param side from 1, in the order of the text
 * @param roleName how the text calls this side
 * @param ngoId or {@code null} when it is a library system
 * @param librarySystemId or {@code null} when it is an NGO
 * @param representationId who signs for it; {@code null} until chosen
 */
@Embeddable
public record AgreementParty(int side, String roleName, UUID ngoId, UUID librarySystemId, UUID representationId,
		@Enumerated(EnumType.STRING) SigningWay way) {

	public AgreementParty {
		if ((ngoId == null) == (librarySystemId == null)) {
			throw new IllegalArgumentException("a side is an NGO or a library system");
		}
	}

	public static AgreementParty of(int side, String roleName, PartyKind kind, UUID partyId, UUID representationId,
			SigningWay way) {
		boolean ngo = kind == PartyKind.NGO;
		return new AgreementParty(side, roleName, ngo ? partyId : null, ngo ? null : partyId, representationId, way);
	}

	public UUID partyId() {
		return (this.ngoId != null) ? this.ngoId : this.librarySystemId;
	}

	public PartyKind kind() {
		return (this.ngoId != null) ? PartyKind.NGO : PartyKind.LIBRARY_SYSTEM;
	}

}
