package ru.sosedi.signatures;

import java.io.IOException;

import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.TBSCertList;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;

/** What one certificate has to do with another. */
final class Issuance {

	private Issuance() {
	}

	/** Whether a certificate was signed by the other's key, in a way that is not weak. */
	static boolean isSigned(X509CertificateHolder subject, X509CertificateHolder issuer) {
		TBSCertificate signed = subject.toASN1Structure().getTBSCertificate();
		return isSigned(signed, signed.getSignature(), subject.getSignatureAlgorithm(), subject.getSignature(), issuer);
	}

	/** Whether a list is the certificate's own, by name and by key. */
	static boolean isSigned(X509CRLHolder list, X509CertificateHolder issuer) {
		TBSCertList signed = list.toASN1Structure().getTBSCertList();
		KeyUsage usage = KeyUsage.fromExtensions(issuer.getExtensions());
		return CertificateNames.same(list.getIssuer(), issuer.getSubject())
				&& (usage == null || usage.hasUsages(KeyUsage.cRLSign))
				&& isSigned(signed, signed.getSignature(), list.toASN1Structure().getSignatureAlgorithm(),
						list.toASN1Structure().getSignature().getOctets(), issuer);
	}

	private static boolean isSigned(ASN1Object signed, AlgorithmIdentifier within, AlgorithmIdentifier outside,
			byte[] value, X509CertificateHolder issuer) {
		SignatureScheme scheme = SignatureScheme.of(outside);
		if (scheme == null || !within.equals(outside)
				|| !PublicKeys.fits(issuer.getSubjectPublicKeyInfo(), scheme.algorithm())) {
			return false;
		}
		try {
			return scheme.verifies(PublicKeys.of(issuer.getSubjectPublicKeyInfo()), signed.getEncoded(ASN1Encoding.DER),
					value);
		}
		catch (IOException ex) {
			return false;
		}
	}

	/** Whether it may sign certificates (RFC 5280, 4.2.1.3 and 4.2.1.9). */
	static boolean mayIssue(X509CertificateHolder certificate) {
		BasicConstraints constraints = BasicConstraints.fromExtensions(certificate.getExtensions());
		KeyUsage usage = KeyUsage.fromExtensions(certificate.getExtensions());
		return constraints != null && constraints.isCA() && (usage == null || usage.hasUsages(KeyUsage.keyCertSign));
	}

}
