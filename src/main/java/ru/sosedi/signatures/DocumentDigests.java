package ru.sosedi.signatures;

import java.util.HexFormat;

/**
 * Both digests of bytes, as lower-case hexadecimal digits in the order of the bytes.
 *
 * @param sha256 FIPS 180-4
 * @param streebog256 GOST R 34.11-2012, 256 bits (RFC 6986), as signers' programs show it
 */
public record DocumentDigests(String sha256, String streebog256) {

	public static DocumentDigests of(byte[] bytes) {
		return new DocumentDigests(Cryptography.sha256(bytes),
				HexFormat.of().formatHex(Cryptography.digest("GOST3411-2012-256", bytes)));
	}

}
