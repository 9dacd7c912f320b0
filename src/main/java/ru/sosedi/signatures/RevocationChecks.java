package ru.sosedi.signatures;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509CRLEntryHolder;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * Looks for the certificates of a path in the lists that the administrator loaded (RFC
 * 5280, 5). A list that is missing or out of date refuses nothing, and is said.
 */
final class RevocationChecks {

	private final TrustStore trust;

	private final List<TrustStore.Anchor> anchors;

	private final Instant at;

	private final Findings findings;

	RevocationChecks(TrustStore trust, List<TrustStore.Anchor> anchors, Instant at, Findings findings) {
		this.trust = trust;
		this.anchors = anchors;
		this.at = at;
		this.findings = findings;
	}

	/**
	 * @throws SignatureRefusedException when one of them was revoked at that moment
	 */
	void of(CertificatePath path) {
		for (int place = 0; place < path.certificates().size(); place++) {
			look(path.certificates().get(place), path.issuerAt(place));
		}
		X509CertificateHolder anchor = path.anchor().certificate();
		// a trusted certificate may itself have been issued by another trusted one
		this.anchors.stream()
			.map(TrustStore.Anchor::certificate)
			.filter((other) -> !other.equals(anchor) && CertificateNames.same(anchor.getIssuer(), other.getSubject())
					&& Issuance.isSigned(anchor, other))
			.findFirst()
			.ifPresent((issuer) -> look(anchor, issuer));
	}

	private void look(X509CertificateHolder certificate, X509CertificateHolder issuer) {
		String name = CertificateNames.shown(certificate.getSubject());
		List<TrustStore.Revoked> lists = listsOf(issuer);
		if (lists.isEmpty()) {
			this.findings.notChecked(Check.Kind.REVOCATION, "signatures.check.revocation.no-list",
					CertificateNames.shown(issuer.getSubject()));
			return;
		}
		lists.forEach((list) -> refuseRevoked(certificate, name, list));
		TrustStore.Revoked newest = lists.getFirst();
		String issued = this.findings.minute(newest.thisUpdate());
		if (newest.nextUpdate() != null && newest.nextUpdate().isBefore(this.at)) {
			this.findings.notChecked(Check.Kind.REVOCATION, "signatures.check.revocation.stale", name, issued,
					this.findings.minute(newest.nextUpdate()));
			return;
		}
		this.findings.passed(Check.Kind.REVOCATION, "signatures.check.revocation.passed", name, issued);
	}

	// a renewed certificate of an authority keeps its name and key, and its lists
	private List<TrustStore.Revoked> listsOf(X509CertificateHolder issuer) {
		return this.trust.revokedBy(this.anchors.stream()
			.filter((anchor) -> CertificateNames.same(anchor.certificate().getSubject(), issuer.getSubject())
					&& anchor.certificate().getSubjectPublicKeyInfo().equals(issuer.getSubjectPublicKeyInfo()))
			.map(TrustStore.Anchor::id)
			.collect(Collectors.toSet()));
	}

	private void refuseRevoked(X509CertificateHolder certificate, String name, TrustStore.Revoked list) {
		X509CRLEntryHolder entry = entry(list, certificate);
		Instant since = (entry == null) ? null : since(entry);
		if (since != null && !since.isAfter(this.at)) {
			throw this.findings.failed(Check.Kind.REVOCATION, SignatureRefusal.REVOKED,
					"signatures.check.revocation.revoked", name, this.findings.minute(since));
		}
	}

	private static X509CRLEntryHolder entry(TrustStore.Revoked list, X509CertificateHolder certificate) {
		try {
			return new X509CRLHolder(list.encoded()).getRevokedCertificate(certificate.getSerialNumber());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	// the key may have been in wrong hands before the authority heard of it (RFC 5280,
	// 5.3.2)
	private static Instant since(X509CRLEntryHolder entry) {
		Instant revoked = CertificateTime.of(entry.getRevocationDate());
		Extension invalidity = entry.getExtension(Extension.invalidityDate);
		if (invalidity == null) {
			return revoked;
		}
		ASN1Encodable date = invalidity.getParsedValue();
		Instant invalid = CertificateTime.of(ASN1GeneralizedTime.getInstance(date));
		return invalid.isBefore(revoked) ? invalid : revoked;
	}

}
