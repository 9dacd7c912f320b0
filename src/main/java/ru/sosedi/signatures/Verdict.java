package ru.sosedi.signatures;

import java.time.Instant;
import java.util.List;

/**
 * What was found out about a signature.
 *
 * @param refusal {@code null} when the signature is accepted
 * @param certificate the signer's; {@code null} when none could be read
 * @param algorithm {@code null} when it is none of the accepted ones or was not reached
 * @param claimedSigningTime what the signer's clock said; proves nothing, and may be
 * {@code null}
 * @param checks at least one of every {@link Check.Kind}, in their order
 * @param der the signature in binary form, unchanged otherwise; {@code null} when the
 * file is no complete binary message
 */
public record Verdict(SignatureRefusal refusal, SignerCertificate certificate, SignatureAlgorithm algorithm,
		Instant claimedSigningTime, List<Check> checks, byte[] der) {

	public Verdict {
		checks = List.copyOf(checks);
	}

	public boolean accepted() {
		return this.refusal == null;
	}

}
