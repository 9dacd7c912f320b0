package ru.sosedi.signatures;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Map;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.rosstandart.RosstandartObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/**
 * How a signature was made, out of the ways that are accepted. Everything else, and all
 * that is not known here, is weak: MD5, SHA-1, GOST R 34.10-2001, DSA, a digest that does
 * not belong to its signature.
 *
 * @param digest the provider's name of the digest
 * @param signature the provider's name of the signature
 * @param salt octets of salt, of RSASSA-PSS only
 */
record SignatureScheme(SignatureAlgorithm algorithm, String digest, String signature, int salt) {

	private static final Map<ASN1ObjectIdentifier, String> DIGESTS = Map.of(NISTObjectIdentifiers.id_sha256, "SHA-256",
			NISTObjectIdentifiers.id_sha384, "SHA-384", NISTObjectIdentifiers.id_sha512, "SHA-512",
			RosstandartObjectIdentifiers.id_tc26_gost_3411_12_256, "GOST3411-2012-256",
			RosstandartObjectIdentifiers.id_tc26_gost_3411_12_512, "GOST3411-2012-512");

	/** Signatures whose name holds their digest. */
	private static final Map<ASN1ObjectIdentifier, ASN1ObjectIdentifier> DIGEST_OF = Map.of(
			PKCSObjectIdentifiers.sha256WithRSAEncryption, NISTObjectIdentifiers.id_sha256,
			PKCSObjectIdentifiers.sha384WithRSAEncryption, NISTObjectIdentifiers.id_sha384,
			PKCSObjectIdentifiers.sha512WithRSAEncryption, NISTObjectIdentifiers.id_sha512,
			X9ObjectIdentifiers.ecdsa_with_SHA256, NISTObjectIdentifiers.id_sha256,
			X9ObjectIdentifiers.ecdsa_with_SHA384, NISTObjectIdentifiers.id_sha384,
			X9ObjectIdentifiers.ecdsa_with_SHA512, NISTObjectIdentifiers.id_sha512,
			RosstandartObjectIdentifiers.id_tc26_signwithdigest_gost_3410_12_256,
			RosstandartObjectIdentifiers.id_tc26_gost_3411_12_256,
			RosstandartObjectIdentifiers.id_tc26_signwithdigest_gost_3410_12_512,
			RosstandartObjectIdentifiers.id_tc26_gost_3411_12_512);

	/** Longer than any digest; a salt of kilobytes is somebody's joke. */
	private static final int MOST_SALT = 64;

	/**
	 * Of a CMS signature, whose digest and signature stand apart (RFC 5652, 5.3).
	 * @return {@code null} when it is weak
	 */
	static SignatureScheme of(AlgorithmIdentifier digest, AlgorithmIdentifier signature) {
		ASN1ObjectIdentifier of = digest.getAlgorithm();
		ASN1ObjectIdentifier named = DIGEST_OF.get(signature.getAlgorithm());
		if (!DIGESTS.containsKey(of) || (named != null && !named.equals(of))) {
			return null;
		}
		return scheme(of, signature);
	}

	/**
	 * Of a certificate or a list, whose signature names its digest.
	 * @return {@code null} when it is weak
	 */
	static SignatureScheme of(AlgorithmIdentifier signature) {
		ASN1ObjectIdentifier digest = DIGEST_OF.get(signature.getAlgorithm());
		if (digest == null && PKCSObjectIdentifiers.id_RSASSA_PSS.equals(signature.getAlgorithm())) {
			digest = RSASSAPSSparams.getInstance(signature.getParameters()).getHashAlgorithm().getAlgorithm();
		}
		return (digest != null && DIGESTS.containsKey(digest)) ? scheme(digest, signature) : null;
	}

	private static SignatureScheme scheme(ASN1ObjectIdentifier digest, AlgorithmIdentifier signature) {
		ASN1ObjectIdentifier how = signature.getAlgorithm();
		String name = DIGESTS.get(digest);
		boolean sha2 = name.startsWith("SHA-");
		if (RosstandartObjectIdentifiers.id_tc26_gost_3410_12_256.equals(how)
				|| RosstandartObjectIdentifiers.id_tc26_signwithdigest_gost_3410_12_256.equals(how)) {
			return name.equals("GOST3411-2012-256") ? new SignatureScheme(SignatureAlgorithm.GOST_256, name,
					"GOST3411-2012-256WITHECGOST3410-2012-256", 0) : null;
		}
		if (RosstandartObjectIdentifiers.id_tc26_gost_3410_12_512.equals(how)
				|| RosstandartObjectIdentifiers.id_tc26_signwithdigest_gost_3410_12_512.equals(how)) {
			return name.equals("GOST3411-2012-512") ? new SignatureScheme(SignatureAlgorithm.GOST_512, name,
					"GOST3411-2012-512WITHECGOST3410-2012-512", 0) : null;
		}
		if (!sha2) {
			return null;
		}
		String sha = name.replace("-", "");
		if (PKCSObjectIdentifiers.id_RSASSA_PSS.equals(how)) {
			return pss(digest, name, RSASSAPSSparams.getInstance(signature.getParameters()));
		}
		if (PKCSObjectIdentifiers.rsaEncryption.equals(how)) {
			return new SignatureScheme(SignatureAlgorithm.RSA, name, sha + "withRSA", 0);
		}
		if (!DIGEST_OF.containsKey(how)) {
			return null;
		}
		return how.on(PKCSObjectIdentifiers.pkcs_1)
				? new SignatureScheme(SignatureAlgorithm.RSA, name, sha + "withRSA", 0)
				: new SignatureScheme(SignatureAlgorithm.ECDSA, name, sha + "withECDSA", 0);
	}

	private static SignatureScheme pss(ASN1ObjectIdentifier digest, String name, RSASSAPSSparams parameters) {
		AlgorithmIdentifier mask = parameters.getMaskGenAlgorithm();
		int salt = parameters.getSaltLength().intValueExact();
		boolean usual = parameters.getHashAlgorithm().getAlgorithm().equals(digest)
				&& PKCSObjectIdentifiers.id_mgf1.equals(mask.getAlgorithm())
				&& AlgorithmIdentifier.getInstance(mask.getParameters()).getAlgorithm().equals(digest) && salt >= 0
				&& salt <= MOST_SALT && parameters.getTrailerField().intValueExact() == 1;
		return usual
				? new SignatureScheme(SignatureAlgorithm.RSA_PSS, name, name.replace("-", "") + "withRSAandMGF1", salt)
				: null;
	}

	/** Whether the signature is of these bytes by that key; a broken one is not. */
	boolean verifies(PublicKey key, byte[] signed, byte[] value) {
		try {
			Signature verifier = Signature.getInstance(this.signature, Cryptography.PROVIDER);
			if (this.algorithm == SignatureAlgorithm.RSA_PSS) {
				verifier.setParameter(
						new PSSParameterSpec(this.digest, "MGF1", new MGF1ParameterSpec(this.digest), this.salt, 1));
			}
			verifier.initVerify(key);
			verifier.update(signed);
			return verifier.verify(value);
		}
		catch (GeneralSecurityException ex) {
			return false;
		}
	}

}
