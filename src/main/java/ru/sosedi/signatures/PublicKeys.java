package ru.sosedi.signatures;

import java.io.IOException;
import java.math.BigInteger;
import java.security.PublicKey;
import java.util.Set;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.cryptopro.CryptoProObjectIdentifiers;
import org.bouncycastle.asn1.cryptopro.GOST3410PublicKeyAlgParameters;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.rosstandart.RosstandartObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * Keys that are strong enough to be believed and small enough to be reckoned with. They
 * are judged by their encoding, before a provider makes anything of them: an RSA modulus
 * of 200 kilobytes, or a curve of somebody's own, costs nothing here.
 */
final class PublicKeys {

	private static final int LEAST_RSA_BITS = 2048;

	private static final int MOST_RSA_BITS = 8192;

	private static final int MOST_EXPONENT_BITS = 64;

	private static final Set<ASN1ObjectIdentifier> CURVES = Set.of(SECObjectIdentifiers.secp256r1,
			SECObjectIdentifiers.secp384r1, SECObjectIdentifiers.secp521r1);

	/** RFC 9215, table of 4.3 and RFC 7836; the set for tests is none of them. */
	private static final Set<ASN1ObjectIdentifier> GOST_256_SETS = Set.of(
			CryptoProObjectIdentifiers.gostR3410_2001_CryptoPro_A,
			CryptoProObjectIdentifiers.gostR3410_2001_CryptoPro_B,
			CryptoProObjectIdentifiers.gostR3410_2001_CryptoPro_C,
			CryptoProObjectIdentifiers.gostR3410_2001_CryptoPro_XchA,
			CryptoProObjectIdentifiers.gostR3410_2001_CryptoPro_XchB,
			RosstandartObjectIdentifiers.id_tc26_gost_3410_12_256_paramSetA,
			RosstandartObjectIdentifiers.id_tc26_gost_3410_12_256_paramSetB,
			RosstandartObjectIdentifiers.id_tc26_gost_3410_12_256_paramSetC,
			RosstandartObjectIdentifiers.id_tc26_gost_3410_12_256_paramSetD);

	private static final Set<ASN1ObjectIdentifier> GOST_512_SETS = Set.of(
			RosstandartObjectIdentifiers.id_tc26_gost_3410_12_512_paramSetA,
			RosstandartObjectIdentifiers.id_tc26_gost_3410_12_512_paramSetB,
			RosstandartObjectIdentifiers.id_tc26_gost_3410_12_512_paramSetC);

	private PublicKeys() {
	}

	/**
	 * For which kind of signature this key is good enough; RSA stands for both of its
	 * kinds.
	 * @return {@code null} for none
	 */
	static SignatureAlgorithm kindOf(SubjectPublicKeyInfo key) {
		AlgorithmIdentifier algorithm = key.getAlgorithm();
		ASN1ObjectIdentifier name = algorithm.getAlgorithm();
		if (PKCSObjectIdentifiers.rsaEncryption.equals(name) || PKCSObjectIdentifiers.id_RSASSA_PSS.equals(name)) {
			return isSoundRsa(key) ? SignatureAlgorithm.RSA : null;
		}
		if (X9ObjectIdentifiers.id_ecPublicKey.equals(name)) {
			return isOneOf(CURVES, algorithm.getParameters()) ? SignatureAlgorithm.ECDSA : null;
		}
		if (RosstandartObjectIdentifiers.id_tc26_gost_3410_12_256.equals(name)) {
			return isOneOf(GOST_256_SETS, gostSet(algorithm)) ? SignatureAlgorithm.GOST_256 : null;
		}
		if (RosstandartObjectIdentifiers.id_tc26_gost_3410_12_512.equals(name)) {
			return isOneOf(GOST_512_SETS, gostSet(algorithm)) ? SignatureAlgorithm.GOST_512 : null;
		}
		return null;
	}

	/** Whether a signature of this kind can have been made with that key. */
	static boolean fits(SubjectPublicKeyInfo key, SignatureAlgorithm algorithm) {
		SignatureAlgorithm kind = kindOf(key);
		return kind == algorithm || (kind == SignatureAlgorithm.RSA && algorithm == SignatureAlgorithm.RSA_PSS);
	}

	/**
	 * @throws IllegalArgumentException when it is none, or too weak
	 */
	static PublicKey of(SubjectPublicKeyInfo key) {
		if (kindOf(key) == null) {
			throw new IllegalArgumentException("not a key to rely on");
		}
		try {
			return BouncyCastleProvider.getPublicKey(key);
		}
		catch (IOException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

	private static boolean isSoundRsa(SubjectPublicKeyInfo key) {
		try {
			RSAPublicKey rsa = RSAPublicKey.getInstance(key.parsePublicKey());
			BigInteger exponent = rsa.getPublicExponent();
			int bits = rsa.getModulus().bitLength();
			return rsa.getModulus().signum() > 0 && bits >= LEAST_RSA_BITS && bits <= MOST_RSA_BITS
					&& exponent.signum() > 0 && exponent.testBit(0) && exponent.bitLength() > 1
					&& exponent.bitLength() <= MOST_EXPONENT_BITS;
		}
		catch (IOException ex) {
			return false;
		}
	}

	// digestParamSet and encryptionParamSet after it may be there or not (RFC 9215, 4.2)
	private static ASN1Encodable gostSet(AlgorithmIdentifier algorithm) {
		return (algorithm.getParameters() instanceof ASN1Sequence parameters)
				? GOST3410PublicKeyAlgParameters.getInstance(parameters).getPublicKeyParamSet() : null;
	}

	private static boolean isOneOf(Set<ASN1ObjectIdentifier> known, ASN1Encodable parameters) {
		return parameters instanceof ASN1ObjectIdentifier name && known.contains(name);
	}

}
