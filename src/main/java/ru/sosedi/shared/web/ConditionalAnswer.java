package ru.sosedi.shared.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MimeType;
import org.springframework.web.context.request.WebRequest;

/**
 * A document for machines with its {@code ETag} and {@code Last-Modified}; whoever has it
 * already gets 304.
 */
public final class ConditionalAnswer {

	private static final Duration FRESH = Duration.ofMinutes(10);

	private ConditionalAnswer() {
	}

	/**
	 * @param changedAt the youngest change of anything in it, or {@code null} when
	 * unknown
	 * @return {@code null} when the request was answered with 304
	 */
	public static ResponseEntity<byte[]> of(WebRequest request, String text, MimeType type, Instant changedAt) {
		byte[] body = text.getBytes(StandardCharsets.UTF_8);
		String etag = "\"" + fingerprint(body) + "\"";
		boolean known = (changedAt != null) ? request.checkNotModified(etag, changedAt.toEpochMilli())
				: request.checkNotModified(etag);
		return known ? null : ResponseEntity.ok()
			.cacheControl(CacheControl.maxAge(FRESH).cachePublic())
			// without ?lang= the language is a cookie
			.varyBy(HttpHeaders.COOKIE)
			.contentType(MediaType.asMediaType(type))
			.body(body);
	}

	private static String fingerprint(byte[] body) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body), 0, 16);
		}
		catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}

}
