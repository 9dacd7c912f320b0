package ru.sosedi.agreements;

import java.time.Instant;
import java.util.List;

import org.springframework.stereotype.Component;
import ru.sosedi.signatures.Check;
import ru.sosedi.signatures.SignatureAlgorithm;
import ru.sosedi.signatures.SignerCertificate;
import ru.sosedi.signatures.Verdict;
import tools.jackson.databind.json.JsonMapper;

/**
 * A verdict as it is kept: what was checked and found on the day of signing, so that a
 * later change of the trusted authorities does not rewrite it. Without the person's own
 * numbers, which stand in the certificate.
 */
@Component
class VerdictText {

	private final JsonMapper json;

	VerdictText(JsonMapper json) {
		this.json = json;
	}

	private record Stored(String algorithm, String claimedSigningTime, List<Check> checks, Signer signer) {

	}

	private record Signer(String subjectName, String organisation, String post, String innLegal, String ogrn,
			String serial, String issuer, String validFrom, String validUntil, String sha256) {

	}

	/**
	 * @param verdict of an accepted signature
	 */
	String write(Verdict verdict) {
		SignerCertificate of = verdict.certificate();
		return this.json.writeValueAsString(new Stored(
				(verdict.algorithm() == null) ? null : verdict.algorithm().name(), text(verdict.claimedSigningTime()),
				verdict.checks(), new Signer(of.subjectName(), of.organisation(), of.post(), of.innLegal(), of.ogrn(),
						of.serial(), of.issuer(), text(of.validFrom()), text(of.validUntil()), of.sha256())));
	}

	/**
	 * @param stored may be {@code null}: then there is no verdict
	 */
	Verdict read(String stored, byte[] certificate) {
		if (stored == null) {
			return null;
		}
		Stored all = this.json.readValue(stored, Stored.class);
		Signer of = all.signer();
		return new Verdict(null,
				new SignerCertificate(of.subjectName(), of.organisation(), of.post(), null, of.innLegal(), of.ogrn(),
						null, of.serial(), of.issuer(), instant(of.validFrom()), instant(of.validUntil()), of.sha256(),
						certificate),
				(all.algorithm() == null) ? null : SignatureAlgorithm.valueOf(all.algorithm()),
				instant(all.claimedSigningTime()), all.checks(), null);
	}

	private static String text(Instant instant) {
		return (instant == null) ? null : instant.toString();
	}

	private static Instant instant(String text) {
		return (text == null) ? null : Instant.parse(text);
	}

}
