package ru.sosedi.signatures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.BERSequence;
import org.bouncycastle.asn1.BERSet;
import org.bouncycastle.asn1.BERTaggedObject;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DLSequence;
import org.bouncycastle.asn1.DLSet;
import org.bouncycastle.asn1.DLTaggedObject;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.cert.X509CertificateHolder;
import ru.sosedi.world.SigningWorld;
import ru.sosedi.world.SigningWorld.Keyed;

/** Takes signatures apart and puts them together as their makers did not mean them. */
final class CmsParts {

	private CmsParts() {
	}

	static SignedData data(byte[] cms) {
		return SignedData.getInstance(ContentInfo.getInstance(cms).getContent());
	}

	static SignerInfo signer(byte[] cms) {
		return SignerInfo.getInstance(data(cms).getSignerInfos().getObjectAt(0));
	}

	/** The first one, which is the signer's. */
	static X509CertificateHolder certificate(byte[] cms) {
		return new X509CertificateHolder(Certificate.getInstance(data(cms).getCertificates().getObjectAt(0)));
	}

	static byte[] cms(SignedData data, ASN1Set certificates, ASN1Set signers) {
		ASN1EncodableVector parts = new ASN1EncodableVector();
		parts.add(data.getVersion());
		parts.add(data.getDigestAlgorithms());
		parts.add(data.getEncapContentInfo());
		parts.add(new DLTaggedObject(false, 0, certificates));
		parts.add(signers);
		return encoded(new ContentInfo(CMSObjectIdentifiers.signedData, new DLSequence(parts)), "DL");
	}

	static byte[] withSigners(byte[] cms, ASN1Set signers) {
		return cms(data(cms), data(cms).getCertificates(), signers);
	}

	static byte[] withCertificates(byte[] cms, X509CertificateHolder... certificates) {
		ASN1EncodableVector all = new ASN1EncodableVector();
		for (X509CertificateHolder certificate : certificates) {
			all.add(certificate.toASN1Structure());
		}
		return cms(data(cms), new DERSet(all), data(cms).getSignerInfos());
	}

	/** The signature of one person under the certificate of another. */
	static byte[] underTheNameOf(Keyed other, byte[] cms) {
		SignerInfo signer = signer(cms);
		IssuerAndSerialNumber id = new IssuerAndSerialNumber(other.certificate().getIssuer(),
				other.certificate().getSerialNumber());
		return cms(data(cms), new DERSet(other.certificate().toASN1Structure()),
				new DERSet(new SignerInfo(new SignerIdentifier(id), signer.getDigestAlgorithm(),
						signer.getAuthenticatedAttributes(), signer.getDigestEncryptionAlgorithm(),
						signer.getEncryptedDigest(), null)));
	}

	/** Signed anew over changed attributes, which keep the order that they are given. */
	static byte[] signedAnew(byte[] cms, Keyed by, String algorithm, UnaryOperator<List<ASN1Encodable>> attributes) {
		SignerInfo signer = signer(cms);
		List<ASN1Encodable> all = new ArrayList<>();
		signer.getAuthenticatedAttributes().forEach(all::add);
		ASN1EncodableVector changed = new ASN1EncodableVector();
		attributes.apply(all).forEach(changed::add);
		DLSet set = new DLSet(changed);
		ASN1EncodableVector parts = new ASN1EncodableVector();
		parts.add(signer.getVersion());
		parts.add(signer.getSID());
		parts.add(signer.getDigestAlgorithm());
		parts.add(new DLTaggedObject(false, 0, set));
		parts.add(signer.getDigestEncryptionAlgorithm());
		parts.add(new DEROctetString(sign(by, algorithm, encoded(set, "DL"))));
		return withSigners(cms, new DLSet(new DLSequence(parts)));
	}

	/** The same message in BER: the lengths of the outer parts are not said. */
	static byte[] withOpenLengths(byte[] cms) {
		SignedData data = data(cms);
		ASN1EncodableVector parts = new ASN1EncodableVector();
		parts.add(data.getVersion());
		parts.add(data.getDigestAlgorithms());
		parts.add(new BERSequence(data.getEncapContentInfo().getContentType()));
		parts.add(new BERTaggedObject(false, 0, new BERSet(data.getCertificates().toArray())));
		parts.add(data.getSignerInfos());
		ASN1EncodableVector message = new ASN1EncodableVector();
		message.add(CMSObjectIdentifiers.signedData);
		message.add(new BERTaggedObject(0, new BERSequence(parts)));
		return encoded(new BERSequence(message), "BER");
	}

	static List<ASN1Encodable> reversed(List<ASN1Encodable> attributes) {
		Collections.reverse(attributes);
		return attributes;
	}

	private static byte[] sign(Keyed by, String algorithm, byte[] bytes) {
		try {
			Signature signature = Signature.getInstance(algorithm, SigningWorld.PROVIDER);
			signature.initSign(by.keys().getPrivate());
			signature.update(bytes);
			return signature.sign();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static byte[] encoded(ASN1Object object, String encoding) {
		try {
			return object.getEncoded(encoding);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
