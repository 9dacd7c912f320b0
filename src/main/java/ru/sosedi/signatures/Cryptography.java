package ru.sosedi.signatures;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.util.HexFormat;

import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * The provider that knows Russian algorithms. It is passed where it is used and never
 * registered: the rest of the portal keeps the algorithms of the JDK.
 */
final class Cryptography {

	static final Provider PROVIDER = new BouncyCastleProvider();

	private Cryptography() {
	}

	/**
	 * @param algorithm one of our own names, never one that a file brought
	 */
	static byte[] digest(String algorithm, byte[] bytes) {
		try {
			return MessageDigest.getInstance(algorithm, PROVIDER).digest(bytes);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static String sha256(byte[] bytes) {
		return HexFormat.of().formatHex(digest("SHA-256", bytes));
	}

}
