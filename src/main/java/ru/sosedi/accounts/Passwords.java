package ru.sosedi.accounts;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.core.io.ClassPathResource;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import ru.sosedi.shared.Email;
import ru.sosedi.shared.RefusedException;

/**
 * Rules and hashing of passwords: 10 to 128 characters of any kind, not the person's own
 * address, not one that everybody tries first ({@code docs/adr/0011}).
 */
@Component
public class Passwords {

	public static final int SHORTEST = 10;

	public static final int LONGEST = 128;

	private final PasswordEncoder encoder;

	// Compared with when there is no account, so that the answer takes as long as ever.
	private final String nobodysHash;

	private final Set<String> common;

	Passwords(PasswordEncoder encoder) {
		this.encoder = encoder;
		this.nobodysHash = encoder.encode("nobody");
		this.common = read("accounts/common-passwords.txt");
	}

	private static Set<String> read(String resource) {
		try (BufferedReader lines = new BufferedReader(
				new InputStreamReader(new ClassPathResource(resource).getInputStream(), StandardCharsets.UTF_8))) {
			return lines.lines()
				.filter((line) -> !line.isBlank() && !line.startsWith("#"))
				.map(String::strip)
				.collect(Collectors.toUnmodifiableSet());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Checks and hashes a password that a person chose. Takes a good part of a second:
	 * call it outside of a transaction.
	 * @param field the form field to name in a refusal
	 * @throws RefusedException when the password breaks a rule
	 */
	public HashedPassword choose(String field, String typed, Email email) {
		String password = normalised(typed);
		int length = password.codePointCount(0, password.length());
		if (length < SHORTEST) {
			throw new RefusedException(field, "accounts.password.short", SHORTEST);
		}
		if (length > LONGEST) {
			throw new RefusedException(field, "accounts.password.long", LONGEST);
		}
		String lower = password.toLowerCase(Locale.ROOT);
		String mailbox = email.value().substring(0, email.value().indexOf('@'));
		if (lower.equals(email.value()) || lower.equals(mailbox)) {
			throw new RefusedException(field, "accounts.password.own_email");
		}
		if (isCommon(lower)) {
			throw new RefusedException(field, "accounts.password.common");
		}
		return new HashedPassword(this.encoder.encode(password));
	}

	// The list holds words and runs; doubled, or with figures and signs around them, they
	// are tried as soon.
	private boolean isCommon(String lower) {
		String core = lower.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
		String half = lower.substring(0, lower.length() / 2);
		return this.common.contains(lower) || this.common.contains(core) || lower.chars().distinct().count() <= 2
				|| (lower.equals(half + half) && (this.common.contains(half) || half.length() <= SHORTEST / 2));
	}

	/**
	 * Whether the typed password is the one of the hash. Takes the same time whether
	 * there is a hash or not.
	 * @param hash may be {@code null}: then nothing matches
	 */
	boolean matches(String typed, String hash) {
		boolean same = this.encoder.matches(normalised(typed), (hash != null) ? hash : this.nobodysHash);
		return same && hash != null;
	}

	// "й" is one character or two, depending on the keyboard's system: the same password.
	private static String normalised(String typed) {
		return Normalizer.normalize((typed == null) ? "" : typed, Normalizer.Form.NFKC);
	}

}
