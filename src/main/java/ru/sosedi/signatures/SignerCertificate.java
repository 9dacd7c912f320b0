package ru.sosedi.signatures;

import java.time.Instant;

/**
 * Whom a certificate names, and who says so. Nothing of it is proven before the whole
 * verdict is. Texts are single lines without control characters; what the certificate
 * does not say, or says in two ways, is {@code null}.
 *
 * @param subjectName surname and given names where the certificate has them, else its
 * common name
 * @param inn of a person, or in older certificates of an organisation with "00" in front
 * @param innLegal of the organisation, 10 digits
 * @param snils the person's insurance number: personal data, for no public page
 * @param serial lower-case hexadecimal digits
 * @param sha256 of the encoded certificate, lower-case hexadecimal digits
 * @param encoded DER
 */
public record SignerCertificate(String subjectName, String organisation, String post, String inn, String innLegal,
		String ogrn, String snils, String serial, String issuer, Instant validFrom, Instant validUntil, String sha256,
		byte[] encoded) {

	/** Without personal data: it may get into a log. */
	@Override
	public String toString() {
		return "SignerCertificate " + this.serial;
	}

}
