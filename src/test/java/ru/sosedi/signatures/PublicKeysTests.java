package ru.sosedi.signatures;

import java.io.IOException;
import java.math.BigInteger;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.rosstandart.RosstandartObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Keys are judged by their encoding alone. */
class PublicKeysTests {

	@ParameterizedTest
	@CsvSource({ "2047, 65537, false", "2048, 65537, true", "8192, 65537, true", "8193, 65537, false",
			"200000, 65537, false", "2048, 1, false", "2048, 2, false", "2048, 36893488147419103233, false" })
	void rsaHasALeastAndALargestSize(int bits, BigInteger exponent, boolean sound) throws IOException {
		RSAPublicKey key = new RSAPublicKey(BigInteger.ONE.shiftLeft(bits - 1).setBit(0), exponent);
		assertThat(PublicKeys.kindOf(new SubjectPublicKeyInfo(
				new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE), key)))
			.isEqualTo(sound ? SignatureAlgorithm.RSA : null);
	}

	@ParameterizedTest
	@CsvSource({ "1.2.840.10045.3.1.7, true", "1.3.132.0.34, true", "1.3.132.0.35, true", "1.2.840.10045.3.1.1, false",
			"1.3.132.0.10, false" })
	void curvesAreThoseOfTheStandard(String curve, boolean sound) throws IOException {
		assertThat(kind(X9ObjectIdentifiers.id_ecPublicKey, new ASN1ObjectIdentifier(curve)))
			.isEqualTo(sound ? SignatureAlgorithm.ECDSA : null);
	}

	@Test
	void curveOfSomebodysOwnIsNone() throws IOException {
		assertThat(kind(X9ObjectIdentifiers.id_ecPublicKey, new DERSequence())).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "1.2.643.2.2.35.1, true", "1.2.643.2.2.36.0, true", "1.2.643.7.1.2.1.1.1, true",
			"1.2.643.2.2.35.0, false", "1.2.643.7.1.2.1.2.1, false" })
	void gostKeysMayLeaveTheirDigestUnsaid(String set, boolean sound) throws IOException {
		SignatureAlgorithm expected = sound ? SignatureAlgorithm.GOST_256 : null;
		ASN1ObjectIdentifier parameters = new ASN1ObjectIdentifier(set);
		ASN1ObjectIdentifier key = RosstandartObjectIdentifiers.id_tc26_gost_3410_12_256;
		assertThat(kind(key, new DERSequence(parameters))).isEqualTo(expected);
		assertThat(kind(key,
				new DERSequence(
						new ASN1Encodable[] { parameters, RosstandartObjectIdentifiers.id_tc26_gost_3411_12_256 })))
			.isEqualTo(expected);
	}

	private static SignatureAlgorithm kind(ASN1ObjectIdentifier algorithm, ASN1Encodable parameters)
			throws IOException {
		return PublicKeys.kindOf(new SubjectPublicKeyInfo(new AlgorithmIdentifier(algorithm, parameters),
				new DEROctetString(new byte[64])));
	}

}
