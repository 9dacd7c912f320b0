package ru.sosedi.signatures;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.Map;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.ESSCertID;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificate;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.rosstandart.RosstandartObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * The mathematics of one signature: attributes, digest, signature (RFC 5652, 5.4 and 11;
 * RFC 5035).
 */
final class SignerProof {

	private static final Map<ASN1ObjectIdentifier, String> CERTIFICATE_DIGESTS = Map.of(NISTObjectIdentifiers.id_sha256,
			"SHA-256", NISTObjectIdentifiers.id_sha384, "SHA-384", NISTObjectIdentifiers.id_sha512, "SHA-512",
			RosstandartObjectIdentifiers.id_tc26_gost_3411_12_256, "GOST3411-2012-256",
			RosstandartObjectIdentifiers.id_tc26_gost_3411_12_512, "GOST3411-2012-512");

	private final SignatureFile file;

	private final X509CertificateHolder certificate;

	private final Findings findings;

	SignerProof(SignatureFile file, X509CertificateHolder certificate, Findings findings) {
		this.file = file;
		this.certificate = certificate;
		this.findings = findings;
	}

	/**
	 * The digest that was signed.
	 * @throws SignatureRefusedException without it, or when the attributes speak of
	 * another certificate
	 */
	byte[] signedDigest() {
		AttributeTable attributes = this.file.signedAttributes();
		ASN1Encodable type = (attributes == null) ? null : single(attributes, CMSAttributes.contentType);
		ASN1Encodable digest = (attributes == null) ? null : single(attributes, CMSAttributes.messageDigest);
		if (!this.file.contentType().equals(type) || !(digest instanceof ASN1OctetString octets)) {
			throw this.findings.failed(Check.Kind.SIGNED_ATTRIBUTES, SignatureRefusal.NO_SIGNED_ATTRIBUTES,
					"signatures.check.attributes.missing");
		}
		ASN1EncodableVector bound = attributes.getAll(PKCSObjectIdentifiers.id_aa_signingCertificateV2);
		ASN1EncodableVector boundBefore = attributes.getAll(PKCSObjectIdentifiers.id_aa_signingCertificate);
		if (bound.size() + boundBefore.size() == 0) {
			this.findings.passed(Check.Kind.SIGNED_ATTRIBUTES, "signatures.check.attributes.passed");
			this.findings.notChecked(Check.Kind.SIGNED_ATTRIBUTES, "signatures.check.attributes.unbound");
			return octets.getOctets();
		}
		if (!isBound(bound, boundBefore)) {
			throw this.findings.failed(Check.Kind.SIGNED_ATTRIBUTES, SignatureRefusal.BAD_SIGNATURE,
					"signatures.check.attributes.other-certificate");
		}
		this.findings.passed(Check.Kind.SIGNED_ATTRIBUTES, "signatures.check.attributes.bound");
		return octets.getOctets();
	}

	/**
	 * @throws SignatureRefusedException when the bytes are others
	 */
	void ofDocument(byte[] document, byte[] signedDigest, SignatureScheme scheme) {
		if (!MessageDigest.isEqual(Cryptography.digest(scheme.digest(), document), signedDigest)) {
			throw this.findings.failed(Check.Kind.INTEGRITY, SignatureRefusal.OTHER_FILE,
					"signatures.check.integrity.failed");
		}
		this.findings.passed(Check.Kind.INTEGRITY, "signatures.check.integrity.passed");
	}

	/**
	 * @throws SignatureRefusedException when the key did not make it
	 */
	void byCertificate(SignatureScheme scheme) {
		PublicKey key = PublicKeys.of(this.certificate.getSubjectPublicKeyInfo());
		byte[] value = this.file.signer().getEncryptedDigest().getOctets();
		ASN1Set attributes = this.file.signer().getAuthenticatedAttributes();
		// some programs sign attributes in an order of their own: bc-java #286, #469
		if (!scheme.verifies(key, encoded(attributes, ASN1Encoding.DER), value)
				&& !scheme.verifies(key, encoded(attributes, ASN1Encoding.DL), value)) {
			throw this.findings.failed(Check.Kind.SIGNATURE, SignatureRefusal.BAD_SIGNATURE,
					"signatures.check.signature.failed");
		}
		this.findings.passed(Check.Kind.SIGNATURE, "signatures.check.signature.passed");
	}

	private static byte[] encoded(ASN1Set attributes, String encoding) {
		try {
			return attributes.getEncoded(encoding);
		}
		catch (IOException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

	// null unless the attribute is there once, with one value
	private static ASN1Encodable single(AttributeTable attributes, ASN1ObjectIdentifier type) {
		ASN1EncodableVector all = attributes.getAll(type);
		if (all.size() != 1) {
			return null;
		}
		ASN1Set values = ((Attribute) all.get(0)).getAttrValues();
		return (values.size() == 1) ? values.getObjectAt(0) : null;
	}

	private boolean isBound(ASN1EncodableVector bound, ASN1EncodableVector boundBefore) {
		if (bound.size() > 1 || boundBefore.size() > 1) {
			return false;
		}
		AttributeTable attributes = this.file.signedAttributes();
		boolean byNew = bound.size() == 0 || isThis(
				SigningCertificateV2.getInstance(single(attributes, PKCSObjectIdentifiers.id_aa_signingCertificateV2)));
		boolean byOld = boundBefore.size() == 0 || isThis(
				SigningCertificate.getInstance(single(attributes, PKCSObjectIdentifiers.id_aa_signingCertificate)));
		return byNew && byOld;
	}

	// the first one named is the signer's (RFC 5035, 3)
	private boolean isThis(SigningCertificateV2 named) {
		if (named == null || named.getCerts().length == 0) {
			return false;
		}
		ESSCertIDv2 first = named.getCerts()[0];
		String digest = CERTIFICATE_DIGESTS.get(first.getHashAlgorithm().getAlgorithm());
		return digest != null && isThis(digest, first.getCertHash());
	}

	// SHA-1 is all that this attribute knows (RFC 2634, 5.4): it can refuse, and proves
	// nothing
	private boolean isThis(SigningCertificate named) {
		if (named == null || named.getCerts().length == 0) {
			return false;
		}
		ESSCertID first = named.getCerts()[0];
		return isThis("SHA-1", first.getCertHash());
	}

	// the issuer and serial number that may stand beside the hash add nothing to it
	private boolean isThis(String digest, byte[] hash) {
		return MessageDigest.isEqual(Cryptography.digest(digest, CertificateNames.encoded(this.certificate)), hash);
	}

}
