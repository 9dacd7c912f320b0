package ru.sosedi.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNumericString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * Authorities, certificates and signatures of invented people, made in Java: a GOST
 * signature over a document that exists only since a moment ago.
 *
 * <pre>
 * Keyed authority = SigningWorld.authority("УЦ Зареченска", Kind.GOST_256);
 * Keyed director = SigningWorld.signer(authority, Kind.GOST_256, "0000123450", "1000000123452");
 * byte[] signature = SigningWorld.sign(director, pdf);
 * </pre>
 *
 * The authority's {@link Keyed#encoded()} is what an administrator uploads.
 */
public final class SigningWorld {

	public static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

	public static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");

	public static final Instant UNTIL = Instant.parse("2046-01-01T00:00:00Z");

	private static final ASN1ObjectIdentifier INN_LEGAL = new ASN1ObjectIdentifier("1.2.643.100.4");

	private static final ASN1ObjectIdentifier OGRN = new ASN1ObjectIdentifier("1.2.643.100.1");

	private static final AtomicLong SERIALS = new AtomicLong(1000);

	private SigningWorld() {
	}

	/** What keys are made of, and how they sign. */
	public enum Kind {

		GOST_256("ECGOST3410-2012", "Tc26-Gost-3410-12-256-paramSetA", "GOST3411-2012-256WITHECGOST3410-2012-256"),
		GOST_512("ECGOST3410-2012", "Tc26-Gost-3410-12-512-paramSetA", "GOST3411-2012-512WITHECGOST3410-2012-512"),
		RSA_2048("RSA", "2048", "SHA256withRSA"), RSA_PSS("RSA", "2048", "SHA256withRSAandMGF1"),
		ECDSA_P256("EC", "secp256r1", "SHA256withECDSA"), ECDSA_P384("EC", "secp384r1", "SHA384withECDSA"),
		RSA_1024("RSA", "1024", "SHA256withRSA"), RSA_SHA1("RSA", "2048", "SHA1withRSA"),
		RSA_MD5("RSA", "2048", "MD5withRSA");

		private final String algorithm;

		private final String parameters;

		private final String signature;

		Kind(String algorithm, String parameters, String signature) {
			this.algorithm = algorithm;
			this.parameters = parameters;
			this.signature = signature;
		}

		public KeyPair keys() {
			try {
				KeyPairGenerator generator = KeyPairGenerator.getInstance(this.algorithm, PROVIDER);
				if (this.algorithm.equals("RSA")) {
					generator.initialize(Integer.parseInt(this.parameters));
				}
				else {
					generator.initialize(new ECGenParameterSpec(this.parameters));
				}
				return generator.generateKeyPair();
			}
			catch (GeneralSecurityException ex) {
				throw new IllegalStateException(ex);
			}
		}

		ContentSigner signer(KeyPair keys) {
			try {
				return new JcaContentSignerBuilder(this.signature).setProvider(PROVIDER).build(keys.getPrivate());
			}
			catch (OperatorCreationException ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

	/**
	 * A certificate and its keys, and the certificates between it and the root.
	 */
	public record Keyed(Kind kind, KeyPair keys, X509CertificateHolder certificate,
			List<X509CertificateHolder> between) {

		/** The certificate, as a file. */
		public byte[] encoded() {
			return bytes(this.certificate);
		}

	}

	/**
	 * What a certificate is to say; {@link #of} gives one that is good for a director.
	 */
	public record Wanted(X500Name subject, Instant from, Instant until, int keyUsage, boolean authority,
			Map<ASN1ObjectIdentifier, byte[]> more) {

		public static Wanted of(X500Name subject) {
			return new Wanted(subject, FROM, UNTIL, KeyUsage.digitalSignature | KeyUsage.nonRepudiation, false,
					Map.of());
		}

		/** An authority's. */
		public static Wanted authority(X500Name subject) {
			return new Wanted(subject, FROM, UNTIL, KeyUsage.keyCertSign | KeyUsage.cRLSign, true, Map.of());
		}

		public Wanted between(Instant from, Instant until) {
			return new Wanted(this.subject, from, until, this.keyUsage, this.authority, this.more);
		}

		/** Zero for a certificate that does not say what its key is for. */
		public Wanted keyUsage(int keyUsage) {
			return new Wanted(this.subject, this.from, this.until, keyUsage, this.authority, this.more);
		}

		/** With an extension more, not critical. */
		public Wanted with(ASN1ObjectIdentifier extension, byte[] value) {
			Map<ASN1ObjectIdentifier, byte[]> all = new HashMap<>(this.more);
			all.put(extension, value);
			return new Wanted(this.subject, this.from, this.until, this.keyUsage, this.authority, all);
		}

	}

	/** A self-signed authority. */
	public static Keyed authority(String name, Kind kind) {
		return selfSigned(kind, Wanted.authority(common(name)));
	}

	public static Keyed selfSigned(Kind kind, Wanted wanted) {
		KeyPair keys = kind.keys();
		X509CertificateHolder certificate = certificate(kind, keys, wanted.subject(), keys, wanted);
		return new Keyed(kind, keys, certificate, List.of());
	}

	/** An authority below another. */
	public static Keyed authority(Keyed issuer, String name, Kind kind) {
		return issue(issuer, kind, Wanted.authority(common(name)));
	}

	/**
	 * Somebody who signs for an organisation; either number may be {@code null}.
	 */
	public static Keyed signer(Keyed issuer, Kind kind, String inn, String ogrn) {
		return issue(issuer, kind, Wanted.of(director(inn, ogrn)));
	}

	public static Keyed issue(Keyed issuer, Kind kind, Wanted wanted) {
		KeyPair keys = kind.keys();
		List<X509CertificateHolder> between = new ArrayList<>(issuer.between());
		if (!issuer.certificate().getSubject().equals(issuer.certificate().getIssuer())) {
			between.add(issuer.certificate());
		}
		return new Keyed(kind, keys,
				certificate(issuer.kind(), issuer.keys(), issuer.certificate().getSubject(), keys, wanted), between);
	}

	public static X500Name common(String name) {
		return new X500NameBuilder().addRDN(BCStyle.CN, name).build();
	}

	/** The head of an organisation, as its certificate names her. */
	public static X500Name director(String inn, String ogrn) {
		X500NameBuilder name = new X500NameBuilder().addRDN(BCStyle.CN, "АНО «Берег»")
			.addRDN(BCStyle.SURNAME, "Кораблёва")
			.addRDN(BCStyle.GIVENNAME, "Вера Павловна")
			.addRDN(BCStyle.O, "АНО «Берег»")
			.addRDN(BCStyle.T, "Директор");
		if (inn != null) {
			name.addRDN(INN_LEGAL, new DERNumericString(inn));
		}
		if (ogrn != null) {
			name.addRDN(OGRN, new DERNumericString(ogrn));
		}
		return name.build();
	}

	private static X509CertificateHolder certificate(Kind kind, KeyPair issuerKeys, X500Name issuer, KeyPair keys,
			Wanted wanted) {
		try {
			JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(issuer,
					BigInteger.valueOf(SERIALS.incrementAndGet()), Date.from(wanted.from()), Date.from(wanted.until()),
					wanted.subject(), keys.getPublic());
			builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(wanted.authority()));
			if (wanted.keyUsage() != 0) {
				builder.addExtension(Extension.keyUsage, true, new KeyUsage(wanted.keyUsage()));
			}
			for (Map.Entry<ASN1ObjectIdentifier, byte[]> extension : wanted.more().entrySet()) {
				builder.addExtension(extension.getKey(), false, extension.getValue());
			}
			return builder.build(kind.signer(issuerKeys));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A detached CAdES-BES signature of these bytes, DER. */
	public static byte[] sign(Keyed signer, byte[] document) {
		return cms(document, false, Instant.parse("2026-11-20T04:00:00Z"), signer);
	}

	/**
	 * @param attached whether the document stands in the signature
	 * @param claimed what the signer's clock says
	 */
	public static byte[] cms(byte[] document, boolean attached, Instant claimed, Keyed... signers) {
		try {
			CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
			List<X509CertificateHolder> certificates = new ArrayList<>();
			for (Keyed signer : signers) {
				generator.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(
						new JcaDigestCalculatorProviderBuilder().setProvider(PROVIDER).build())
					.setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(attributes(signer, claimed)))
					.build(signer.kind().signer(signer.keys()), signer.certificate()));
				certificates.add(signer.certificate());
				certificates.addAll(signer.between());
			}
			generator.addCertificates(new JcaCertStore(certificates));
			return generator.generate(new CMSProcessableByteArray(document), attached).getEncoded("DER");
		}
		catch (CMSException | OperatorCreationException | GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static AttributeTable attributes(Keyed signer, Instant claimed) throws GeneralSecurityException {
		byte[] hash = MessageDigest.getInstance("SHA-256").digest(signer.encoded());
		Hashtable<ASN1ObjectIdentifier, Attribute> attributes = new Hashtable<>();
		attributes.put(CMSAttributes.signingTime,
				new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(claimed)))));
		attributes.put(PKCSObjectIdentifiers.id_aa_signingCertificateV2,
				new Attribute(PKCSObjectIdentifiers.id_aa_signingCertificateV2,
						new DERSet(new SigningCertificateV2(new ESSCertIDv2(hash)))));
		return new AttributeTable(attributes);
	}

	/** A list of revoked certificates, DER; the next one comes when it says. */
	public static byte[] revocationList(Keyed issuer, Instant thisUpdate, Instant nextUpdate, Instant revokedAt,
			X509CertificateHolder... revoked) {
		X509v2CRLBuilder builder = new X509v2CRLBuilder(issuer.certificate().getSubject(), Date.from(thisUpdate));
		if (nextUpdate != null) {
			builder.setNextUpdate(Date.from(nextUpdate));
		}
		for (X509CertificateHolder certificate : revoked) {
			builder.addCRLEntry(certificate.getSerialNumber(), Date.from(revokedAt), CRLReason.keyCompromise);
		}
		try {
			return builder.build(issuer.kind().signer(issuer.keys())).getEncoded();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static byte[] bytes(X509CertificateHolder certificate) {
		try {
			return certificate.getEncoded();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
