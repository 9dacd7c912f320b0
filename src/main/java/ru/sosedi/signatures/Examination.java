package ru.sosedi.signatures;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.springframework.dao.DataAccessException;

/**
 * One signature on its way through the checks. It ends at the first that fails: what a
 * certificate says is of no interest when its key did not sign.
 */
final class Examination {

	private final TrustStore trust;

	private final Findings findings;

	private final Instant receivedAt;

	private byte[] binary;

	private SignerCertificate certificate;

	private SignatureAlgorithm algorithm;

	private Instant claimedSigningTime;

	Examination(TrustStore trust, Findings findings, Instant receivedAt) {
		this.trust = trust;
		this.findings = findings;
		this.receivedAt = receivedAt;
	}

	Verdict run(byte[] document, byte[] signature, ExpectedSigner expected) {
		return verdict(refusal(document, signature, expected));
	}

	private SignatureRefusal refusal(byte[] document, byte[] signature, ExpectedSigner expected) {
		try {
			check(document, signature, expected);
			return null;
		}
		catch (SignatureRefusedException ex) {
			return ex.refusal();
		}
		catch (DataAccessException ex) {
			// not the signature's fault
			throw ex;
		}
		catch (RuntimeException | StackOverflowError ex) {
			return SignatureRefusal.UNREADABLE;
		}
	}

	private Verdict verdict(SignatureRefusal refusal) {
		return new Verdict(refusal, this.certificate, this.algorithm, this.claimedSigningTime, this.findings.complete(),
				this.binary);
	}

	private void check(byte[] document, byte[] signature, ExpectedSigner expected) {
		this.binary = SignatureFile.binary(signature);
		SignatureFile file = SignatureFile.read(this.binary);
		this.claimedSigningTime = file.claimedSigningTime();
		if (file.signedAttributes() == null) {
			throw this.findings.failed(Check.Kind.SIGNED_ATTRIBUTES, SignatureRefusal.NO_SIGNED_ATTRIBUTES,
					"signatures.check.attributes.missing");
		}
		X509CertificateHolder signer = signer(file);
		this.certificate = CertificateNames.read(signer);
		SignatureScheme scheme = scheme(file, signer);
		this.algorithm = scheme.algorithm();
		SignerProof proof = new SignerProof(file, signer, this.findings);
		proof.ofDocument(document, proof.signedDigest(), scheme);
		proof.byCertificate(scheme);
		checkDates();
		checkTrust(file, signer);
		checkKeyUsage(signer);
		new SubjectCheck(this.certificate, expected, this.findings).run();
	}

	private static X509CertificateHolder signer(SignatureFile file) {
		SignerIdentifier id = file.signer().getSID();
		List<X509CertificateHolder> found = file.certificates()
			.stream()
			.filter((one) -> isNamed(id, one))
			.distinct()
			.toList();
		// two certificates of one issuer with one number: somebody plays
		if (found.size() != 1) {
			throw new SignatureRefusedException(
					found.isEmpty() ? SignatureRefusal.NO_CERTIFICATE : SignatureRefusal.UNREADABLE);
		}
		return found.getFirst();
	}

	private static boolean isNamed(SignerIdentifier id, X509CertificateHolder certificate) {
		if (id.isTagged()) {
			SubjectKeyIdentifier own = SubjectKeyIdentifier.fromExtensions(certificate.getExtensions());
			return own != null
					&& Objects.deepEquals(own.getKeyIdentifier(), ASN1OctetString.getInstance(id.getId()).getOctets());
		}
		IssuerAndSerialNumber named = IssuerAndSerialNumber.getInstance(id.getId());
		return named.getSerialNumber().hasValue(certificate.getSerialNumber())
				&& CertificateNames.same(named.getName(), certificate.getIssuer());
	}

	private SignatureScheme scheme(SignatureFile file, X509CertificateHolder signer) {
		SignatureScheme scheme = SignatureScheme.of(file.signer().getDigestAlgorithm(),
				file.signer().getDigestEncryptionAlgorithm());
		if (scheme == null || PublicKeys.kindOf(signer.getSubjectPublicKeyInfo()) == null) {
			throw this.findings.failed(Check.Kind.SIGNATURE, SignatureRefusal.WEAK_ALGORITHM,
					"signatures.check.signature.weak");
		}
		if (!PublicKeys.fits(signer.getSubjectPublicKeyInfo(), scheme.algorithm())) {
			throw this.findings.failed(Check.Kind.SIGNATURE, SignatureRefusal.BAD_SIGNATURE,
					"signatures.check.signature.failed");
		}
		return scheme;
	}

	private void checkDates() {
		String from = this.findings.date(this.certificate.validFrom());
		String until = this.findings.date(this.certificate.validUntil());
		String received = this.findings.date(this.receivedAt);
		if (this.receivedAt.isBefore(this.certificate.validFrom())) {
			throw this.findings.failed(Check.Kind.CERTIFICATE_DATES, SignatureRefusal.NOT_YET_VALID,
					"signatures.check.dates.early", from, until, received);
		}
		if (this.receivedAt.isAfter(this.certificate.validUntil())) {
			throw this.findings.failed(Check.Kind.CERTIFICATE_DATES, SignatureRefusal.EXPIRED,
					"signatures.check.dates.late", from, until, received);
		}
		this.findings.passed(Check.Kind.CERTIFICATE_DATES, "signatures.check.dates.passed", from, until, received);
	}

	private void checkTrust(SignatureFile file, X509CertificateHolder signer) {
		List<TrustStore.Anchor> anchors = this.trust.anchors();
		if (anchors.isEmpty()) {
			throw this.findings.failed(Check.Kind.CHAIN, SignatureRefusal.NOT_TRUSTED,
					"signatures.check.chain.no-roots");
		}
		CertificatePath path = CertificatePath.find(signer, file.certificates(), anchors, this.receivedAt);
		if (path == null) {
			throw this.findings.failed(Check.Kind.CHAIN, SignatureRefusal.NOT_TRUSTED, "signatures.check.chain.failed",
					this.certificate.issuer());
		}
		this.findings.passed(Check.Kind.CHAIN, "signatures.check.chain.passed",
				CertificateNames.shown(path.anchor().certificate().getSubject()));
		new RevocationChecks(this.trust, anchors, this.receivedAt, this.findings).of(path);
	}

	// a certificate for signing documents always says what its key is for
	private void checkKeyUsage(X509CertificateHolder signer) {
		Extension extension = signer.getExtension(Extension.keyUsage);
		KeyUsage usage = (extension == null) ? null : KeyUsage.getInstance(extension.getParsedValue());
		if (usage == null
				|| !(usage.hasUsages(KeyUsage.digitalSignature) || usage.hasUsages(KeyUsage.nonRepudiation))) {
			throw this.findings.failed(Check.Kind.KEY_USAGE, SignatureRefusal.WRONG_KEY_USAGE,
					"signatures.check.key-usage.failed");
		}
		this.findings.passed(Check.Kind.KEY_USAGE, "signatures.check.key-usage.passed");
	}

}
