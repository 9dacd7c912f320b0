package ru.sosedi.signatures;

import java.util.Locale;

/** The kinds of signature that are accepted. */
public enum SignatureAlgorithm {

	/** GOST R 34.10-2012 with a key of 256 bits and Streebog-256 (RFC 7091, RFC 9215). */
	GOST_256,
	/** GOST R 34.10-2012 with a key of 512 bits and Streebog-512. */
	GOST_512,
	/** PKCS #1 v1.5, 2048 bits at least, with SHA-2. */
	RSA,
	/** RSASSA-PSS, 2048 bits at least, with SHA-2. */
	RSA_PSS,
	/** On the curves P-256, P-384 and P-521, with SHA-2. */
	ECDSA;

	public String messageKey() {
		return "signatures.algorithm." + name().toLowerCase(Locale.ROOT);
	}

}
