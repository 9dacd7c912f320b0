package ru.sosedi.agreements;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file as a form sent it.
 *
 * @param name as the sender calls it; may be empty
 * @param size in bytes, known before the content is read; zero when no file was sent
 * @param content {@code null} when it was not read, because it is too large
 */
public record UploadedFile(String name, long size, byte[] content) {

	/** In lower-case hexadecimal digits. */
	static String sha256(byte[] bytes) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
