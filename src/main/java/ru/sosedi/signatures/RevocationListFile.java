package ru.sosedi.signatures;

import java.io.IOException;
import java.time.Instant;
import java.util.Enumeration;
import java.util.Set;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;
import ru.sosedi.shared.RefusedException;

/**
 * An uploaded list of revoked certificates (RFC 5280, 5). Lists that say only a part, or
 * speak for others, are refused: half a list looks like a whole one.
 */
final class RevocationListFile {

	/** Octets of the largest file. */
	static final int LARGEST = 10 * 1024 * 1024;

	private static final Set<String> LABELS = Set.of("X509 CRL");

	private static final Set<ASN1ObjectIdentifier> KNOWN_CRITICAL = Set.of(Extension.issuingDistributionPoint,
			Extension.authorityKeyIdentifier, Extension.cRLNumber);

	private final X509CRLHolder list;

	private final byte[] encoded;

	private RevocationListFile(byte[] encoded) throws IOException {
		this.list = new X509CRLHolder(encoded);
		this.encoded = encoded;
	}

	/**
	 * @param file DER, PEM or Base64
	 * @throws RefusedException at the field "file"
	 */
	static RevocationListFile read(byte[] file) {
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
			RevocationListFile read = new RevocationListFile(binary.bytes());
			if (read.isPartial()) {
				throw refused("partial");
			}
			read.thisUpdate();
			read.nextUpdate();
			return read;
		}
		catch (RefusedException ex) {
			throw ex;
		}
		catch (IOException | RuntimeException ex) {
			throw refused("unreadable");
		}
	}

	private boolean isPartial() {
		Extensions extensions = this.list.toASN1Structure().getTBSCertList().getExtensions();
		if (extensions == null) {
			return false;
		}
		if (extensions.getExtension(Extension.deltaCRLIndicator) != null
				|| !KNOWN_CRITICAL.containsAll(Set.of(extensions.getCriticalExtensionOIDs()))) {
			return true;
		}
		Extension point = extensions.getExtension(Extension.issuingDistributionPoint);
		IssuingDistributionPoint scope = (point == null) ? null
				: IssuingDistributionPoint.getInstance(point.getParsedValue());
		return scope != null && (scope.isIndirectCRL() || scope.getOnlySomeReasons() != null
				|| scope.onlyContainsAttributeCerts() || scope.onlyContainsCACerts());
	}

	boolean isOf(X509CertificateHolder issuer) {
		try {
			return Issuance.isSigned(this.list, issuer);
		}
		catch (RuntimeException ex) {
			throw refused("unreadable");
		}
	}

	String issuer() {
		return CertificateNames.shown(this.list.getIssuer());
	}

	Instant thisUpdate() {
		return CertificateTime.of(this.list.getThisUpdate());
	}

	/** {@code null} when the list does not say. */
	Instant nextUpdate() {
		return CertificateTime.orNull(this.list.getNextUpdate());
	}

	/**
	 * How many certificates are in it.
	 * @throws RefusedException when one of them cannot be read
	 */
	int entries() {
		try {
			int entries = 0;
			Enumeration<?> all = this.list.toASN1Structure().getTBSCertList().getRevokedCertificateEnumeration();
			while (all.hasMoreElements()) {
				all.nextElement();
				entries++;
			}
			return entries;
		}
		catch (RuntimeException ex) {
			throw refused("unreadable");
		}
	}

	byte[] encoded() {
		return this.encoded;
	}

	static RefusedException refused(String why, Object... arguments) {
		return new RefusedException("file", "signatures.list.file." + why, arguments);
	}

}
