package ru.sosedi.signatures;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * A file with one detached signature, read strictly (RFC 5652): all of it, one signer, no
 * content. Nothing of it is believed yet.
 */
final class SignatureFile {

	/** Octets: real ones have two to ten thousand. */
	static final int LARGEST = 256 * 1024;

	private static final int MOST_CERTIFICATES = 20;

	private static final Set<String> LABELS = Set.of("CMS", "PKCS7", "PKCS #7 SIGNED DATA");

	/** The name of signed data, as every such file has it in its first octets. */
	private static final byte[] SIGNED_DATA = { 6, 9, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 1, 7,
			2 };

	private final byte[] bytes;

	private final SignerInfo signer;

	private final ASN1ObjectIdentifier contentType;

	private final List<X509CertificateHolder> certificates;

	private SignatureFile(byte[] bytes, SignedData data) {
		this.bytes = bytes;
		this.contentType = data.getEncapContentInfo().getContentType();
		this.signer = SignerInfo.getInstance(data.getSignerInfos().getObjectAt(0));
		this.certificates = certificates(data.getCertificates());
	}

	/**
	 * The binary form of the file.
	 * @throws SignatureRefusedException when it is no CMS message from end to end
	 */
	static byte[] binary(byte[] file) {
		if (file.length > LARGEST) {
			throw new SignatureRefusedException(SignatureRefusal.TOO_LARGE);
		}
		Encodings.Binary binary = Encodings.binary(file, LABELS);
		if (!binary.known()) {
			throw new SignatureRefusedException(SignatureRefusal.NOT_CMS);
		}
		if (!binary.whole()) {
			throw new SignatureRefusedException(SignatureRefusal.TRUNCATED_OR_TRAILING);
		}
		if (!isSignedData(binary.bytes())) {
			throw new SignatureRefusedException(SignatureRefusal.NOT_CMS);
		}
		return switch (Ber.of(binary.bytes())) {
			case COMPLETE -> binary.bytes();
			case CUT_SHORT, TRAILING -> throw new SignatureRefusedException(SignatureRefusal.TRUNCATED_OR_TRAILING);
			case TOO_DEEP, NONE -> throw new SignatureRefusedException(SignatureRefusal.UNREADABLE);
		};
	}

	private static boolean isSignedData(byte[] bytes) {
		// a tag and a length of one to five octets come before the name
		for (int at = 2; at <= 6 && at + SIGNED_DATA.length <= bytes.length; at++) {
			if (Arrays.equals(bytes, at, at + SIGNED_DATA.length, SIGNED_DATA, 0, SIGNED_DATA.length)) {
				return bytes[0] == 0x30;
			}
		}
		return false;
	}

	/**
	 * @param binary what {@link #binary} returned
	 * @throws SignatureRefusedException when it is not exactly one detached signature
	 */
	static SignatureFile read(byte[] binary) {
		SignedData data = SignedData.getInstance(content(binary));
		if (data.getEncapContentInfo().getContent() != null) {
			throw new SignatureRefusedException(SignatureRefusal.ATTACHED);
		}
		int signers = data.getSignerInfos().size();
		if (signers != 1) {
			throw new SignatureRefusedException(
					(signers == 0) ? SignatureRefusal.NO_SIGNER : SignatureRefusal.SEVERAL_SIGNERS);
		}
		if (data.getCertificates() != null && data.getCertificates().size() > MOST_CERTIFICATES) {
			throw new SignatureRefusedException(SignatureRefusal.TOO_LARGE);
		}
		if (!CMSObjectIdentifiers.data.equals(data.getEncapContentInfo().getContentType())) {
			throw new SignatureRefusedException(SignatureRefusal.UNREADABLE);
		}
		return new SignatureFile(binary, data);
	}

	private static Object content(byte[] binary) {
		try {
			return ContentInfo.getInstance(ASN1Primitive.fromByteArray(binary)).getContent();
		}
		catch (IOException ex) {
			throw new SignatureRefusedException(SignatureRefusal.UNREADABLE);
		}
	}

	private static List<X509CertificateHolder> certificates(ASN1Set set) {
		List<X509CertificateHolder> certificates = new ArrayList<>();
		if (set != null) {
			for (int at = 0; at < set.size(); at++) {
				// attribute certificates are tagged, and of no use here
				if (set.getObjectAt(at).toASN1Primitive() instanceof ASN1Sequence sequence) {
					certificates.add(new X509CertificateHolder(Certificate.getInstance(sequence)));
				}
			}
		}
		return certificates;
	}

	byte[] bytes() {
		return this.bytes;
	}

	SignerInfo signer() {
		return this.signer;
	}

	ASN1ObjectIdentifier contentType() {
		return this.contentType;
	}

	List<X509CertificateHolder> certificates() {
		return this.certificates;
	}

	/** {@code null} when there are none. */
	AttributeTable signedAttributes() {
		ASN1Set attributes = this.signer.getAuthenticatedAttributes();
		return (attributes == null || attributes.size() == 0) ? null : new AttributeTable(attributes);
	}

	/** What the signer's clock said, or {@code null}. */
	Instant claimedSigningTime() {
		AttributeTable attributes = signedAttributes();
		ASN1EncodableVector times = (attributes == null) ? new ASN1EncodableVector()
				: attributes.getAll(CMSAttributes.signingTime);
		if (times.size() != 1) {
			return null;
		}
		try {
			ASN1Set values = ((Attribute) times.get(0)).getAttrValues();
			return (values.size() == 1) ? CertificateTime.of(Time.getInstance(values.getObjectAt(0)).getDate()) : null;
		}
		catch (IllegalArgumentException | IllegalStateException ex) {
			return null;
		}
	}

}
