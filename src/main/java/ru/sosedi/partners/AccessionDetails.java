package ru.sosedi.partners;

import java.time.LocalDate;

import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.TypedText;

/**
 * The document by which a party agreed to use the simple signature.
 *
 * @param documentNumber may be {@code null}
 */
public record AccessionDetails(String documentName, String documentNumber, LocalDate signedOn) {

	private static final int LONGEST = 200;

	// the law on electronic signatures came into force
	private static final LocalDate FIRST_DAY = LocalDate.of(2011, 4, 8);

	/**
	 * @throws RefusedException naming the field that cannot be so
	 */
	public AccessionDetails {
		documentName = TypedText.noLonger(
				TypedText.required(documentName, "documentName", "partners.accession.document.missing"), LONGEST,
				"documentName");
		documentNumber = TypedText.noLonger(TypedText.line(documentNumber), LONGEST, "documentNumber");
		TypedText.required(signedOn, "signedOn", "partners.accession.date.missing");
		if (signedOn.isBefore(FIRST_DAY)) {
			throw new RefusedException("signedOn", "partners.accession.date.before-law");
		}
	}

}
