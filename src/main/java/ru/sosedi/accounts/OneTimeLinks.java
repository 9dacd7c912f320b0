package ru.sosedi.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Optional;

import org.springframework.stereotype.Component;

/**
 * Makes and recognises the secrets of one-time links: 256 random bits, of which the
 * database keeps only the SHA-256.
 */
@Component
class OneTimeLinks {

	static final Duration INVITATION_LIFETIME = Duration.ofHours(72);

	static final Duration RESET_LIFETIME = Duration.ofHours(1);

	private static final int SECRET_BYTES = 32;

	private final AccountLinkRepository links;

	private final AccountRepository accounts;

	private final Clock clock;

	private final SecureRandom random = new SecureRandom();

	OneTimeLinks(AccountLinkRepository links, AccountRepository accounts, Clock clock) {
		this.links = links;
		this.accounts = accounts;
		this.clock = clock;
	}

	/**
	 * A new link; older ones of that kind die.
	 * @return the secret, which is nowhere to be read again
	 */
	String issue(Account account, AccountLink.Kind kind) {
		Instant now = this.clock.instant();
		this.links.withdraw(account.id(), EnumSet.of(kind), now);
		byte[] bytes = new byte[SECRET_BYTES];
		this.random.nextBytes(bytes);
		String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
		Duration lifetime = (kind == AccountLink.Kind.INVITATION) ? INVITATION_LIFETIME : RESET_LIFETIME;
		this.links.save(new AccountLink(account, kind, hash(secret), now, now.plus(lifetime)));
		return secret;
	}

	/** The account of a living link. */
	Optional<Account> accountOf(AccountLink.Kind kind, String secret) {
		return this.links.find(kind, hash(secret))
			.filter((link) -> link.isAliveAt(this.clock.instant()))
			.map(AccountLink::account);
	}

	/**
	 * Uses a living link up. Of several who try at once, one gets the account.
	 * @return the account, locked until the transaction ends
	 */
	Optional<Account> use(AccountLink.Kind kind, String secret) {
		Instant now = this.clock.instant();
		return this.links.accountIdOf(kind, hash(secret))
			.flatMap(this.accounts::lockById)
			.flatMap((account) -> this.links.find(kind, hash(secret)))
			.filter((link) -> link.isAliveAt(now))
			.map((link) -> {
				link.use(now);
				return link.account();
			});
	}

	/** No link of this account works any longer. */
	void withdrawAll(Account account) {
		this.links.withdraw(account.id(), EnumSet.allOf(AccountLink.Kind.class), this.clock.instant());
	}

	static String hash(String secret) {
		try {
			MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
			return HexFormat.of().formatHex(sha256.digest(secret.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
