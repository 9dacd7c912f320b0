package ru.sosedi.signatures;

import java.io.IOException;
import java.time.Instant;
import java.util.Set;

import org.bouncycastle.cert.X509CertificateHolder;
import ru.sosedi.shared.RefusedException;

/**
 * A certificate that may be trusted to issue others, as an administrator has to see it
 * before.
 *
 * @param serial hexadecimal digits
 * @param selfIssued whether it is a root, signed by its own key
 * @param algorithm of its key
 * @param encoded DER
 */
public record AuthorityCertificate(String subject, String issuer, String serial, Instant validFrom, Instant validUntil,
		String sha256, boolean selfIssued, SignatureAlgorithm algorithm, byte[] encoded) {

	/** Octets of the largest file; real ones have one or two thousand. */
	static final int LARGEST = 64 * 1024;

	private static final Set<String> LABELS = Set.of("CERTIFICATE", "X509 CERTIFICATE", "TRUSTED CERTIFICATE");

	/**
	 * @param file DER, PEM or Base64
	 * @throws RefusedException at the field "file" when it is no certificate of an
	 * authority with a strong key, or not valid any more
	 */
	static AuthorityCertificate read(byte[] file, Instant now) {
		if (file.length == 0) {
			throw refused("missing");
		}
		if (file.length > LARGEST) {
			throw refused("large");
		}
		Encodings.Binary binary = Encodings.binary(file, LABELS);
		if (!binary.known() || !binary.whole() || Ber.of(binary.bytes()) != Ber.Shape.COMPLETE) {
			throw refused("unreadable");
		}
		try {
			return of(new X509CertificateHolder(binary.bytes()), now);
		}
		catch (RefusedException ex) {
			throw ex;
		}
		catch (IOException | RuntimeException ex) {
			throw refused("unreadable");
		}
	}

	private static AuthorityCertificate of(X509CertificateHolder holder, Instant now) {
		if (!Issuance.mayIssue(holder)) {
			throw refused("no-authority");
		}
		SignatureAlgorithm algorithm = PublicKeys.kindOf(holder.getSubjectPublicKeyInfo());
		if (algorithm == null) {
			throw refused("weak");
		}
		SignerCertificate facts = CertificateNames.read(holder);
		if (facts.validUntil().isBefore(now)) {
			throw refused("expired");
		}
		boolean selfIssued = CertificateNames.same(holder.getSubject(), holder.getIssuer())
				&& Issuance.isSigned(holder, holder);
		return new AuthorityCertificate(CertificateNames.shown(holder.getSubject()), facts.issuer(), facts.serial(),
				facts.validFrom(), facts.validUntil(), facts.sha256(), selfIssued, algorithm, facts.encoded());
	}

	private static RefusedException refused(String why) {
		return new RefusedException("file", "signatures.root.file." + why);
	}

}
