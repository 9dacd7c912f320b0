package ru.sosedi.signatures;

import java.time.Instant;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.shared.HomeZone;

/**
 * The verdict on a detached signature (CMS, RFC 5652; CAdES-BES, ETSI EN 319 122-1).
 * Everything that it needs is here: no address in a certificate is called, and what an
 * administrator did not load is not checked, and said so.
 */
@Service
@Transactional(readOnly = true)
public class SignatureVerification {

	/** Octets of the largest file that is looked at. */
	public static final int LARGEST_SIGNATURE = SignatureFile.LARGEST;

	private final TrustStore trust;

	private final HomeZone zone;

	SignatureVerification(TrustStore trust, HomeZone zone) {
		this.trust = trust;
		this.zone = zone;
	}

	/**
	 * Whether the signature is of these very bytes, by the expected party, under a
	 * certificate that was good when it was received. A file of any kind gets a verdict;
	 * none throws.
	 * @param document what should have been signed
	 * @param signature the file as it came: DER, BER, PEM or bare Base64
	 * @param receivedAt when the portal got it: certificates are judged by this moment,
	 * since the time in the signature is whatever the signer's clock said
	 */
	public Verdict verify(byte[] document, byte[] signature, ExpectedSigner expected, Instant receivedAt) {
		return new Examination(this.trust, new Findings(this.zone.homeZone()), receivedAt).run(document, signature,
				expected);
	}

}
