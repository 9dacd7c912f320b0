package ru.sosedi.signatures;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.bouncycastle.cert.X509CertificateHolder;

/** What the administrator trusts, as a verdict needs it. */
interface TrustStore {

	/** Never {@code null}; empty when nothing is trusted yet. */
	List<Anchor> anchors();

	/** The lists of what these anchors have revoked, newest first. */
	List<Revoked> revokedBy(Set<UUID> anchorIds);

	record Anchor(UUID id, X509CertificateHolder certificate) {

	}

	/**
	 * A list of revoked certificates, whose signature was checked when it was loaded.
	 *
	 * @param nextUpdate {@code null} when the list does not say
	 * @param encoded DER
	 */
	record Revoked(Instant thisUpdate, Instant nextUpdate, byte[] encoded) {

	}

}
