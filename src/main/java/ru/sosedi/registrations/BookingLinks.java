package ru.sosedi.registrations;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The links that lead a person to her own sign-ups without an account. A link holds the
 * booking's id and a code that only this portal can make (HMAC-SHA-256, 128 bits of it),
 * for one purpose: nothing has to be stored for it, each letter can carry it, and a
 * ticket shown to others opens nothing but the ticket.
 */
@Component
public class BookingLinks {

	/** What a link opens. */
	public enum Purpose {

		/** Everything: confirm, change, give back, the person's data. */
		MANAGE,
		/** The ticket. */
		TICKET,
		/**
		 * The question after the event; the link holds the sign-up's id, not the
		 * booking's.
		 */
		FEEDBACK,
		/** The act of an erasure; the link holds its id. */
		ERASURE

	}

	private static final int BYTES = 16;

	private static final String ALGORITHM = "HmacSHA256";

	private final SecretKeySpec key;

	BookingLinks(JdbcClient jdbc) {
		byte[] secret = jdbc.sql("select secret from registration_link_key").query(byte[].class).single();
		this.key = new SecretKeySpec(secret, ALGORITHM);
	}

	/** 43 characters that may stand in an address. */
	public String token(Purpose purpose, UUID bookingId) {
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString(ByteBuffer.allocate(2 * BYTES).put(bytes(bookingId)).put(code(purpose, bookingId)).array());
	}

	/** Whose link it is; empty for one that was not made here for this purpose. */
	public Optional<UUID> bookingOf(Purpose purpose, String token) {
		byte[] bytes;
		try {
			bytes = Base64.getUrlDecoder().decode(token);
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
		if (bytes.length != 2 * BYTES) {
			return Optional.empty();
		}
		ByteBuffer buffer = ByteBuffer.wrap(bytes);
		UUID id = new UUID(buffer.getLong(), buffer.getLong());
		byte[] code = Arrays.copyOfRange(bytes, BYTES, 2 * BYTES);
		// a token has one spelling: the decoder forgives bits that the encoder never sets
		return (MessageDigest.isEqual(code, code(purpose, id)) && token(purpose, id).equals(token)) ? Optional.of(id)
				: Optional.empty();
	}

	private byte[] code(Purpose purpose, UUID id) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(this.key);
			mac.update(purpose.name().getBytes(StandardCharsets.US_ASCII));
			return Arrays.copyOf(mac.doFinal(bytes(id)), BYTES);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] bytes(UUID id) {
		return ByteBuffer.allocate(BYTES)
			.putLong(id.getMostSignificantBits())
			.putLong(id.getLeastSignificantBits())
			.array();
	}

}
