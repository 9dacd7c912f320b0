package ru.sosedi.agreements;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.shared.Ids;
import ru.sosedi.shared.RefusedException;

/**
 * One-time codes of the simple signature: eight figures, ten minutes, five tries, one
 * alive for a person, five in an hour.
 */
@Component
class SimpleCodes {

	static final Duration LIFETIME = Duration.ofMinutes(10);

	static final int MOST_TRIES = 5;

	private static final Duration PAUSE = Duration.ofMinutes(1);

	private static final int MOST_AN_HOUR = 5;

	private static final int FIGURES = 100_000_000;

	private final SecureRandom random = new SecureRandom();

	private final JdbcClient jdbc;

	private final Clock clock;

	SimpleCodes(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * A try at the code that is alive.
	 *
	 * @param left tries that remain
	 */
	record Try(UUID id, boolean right, int left) {

	}

	/** Until when the person's code for that document works, when one is alive. */
	@Transactional(readOnly = true)
	Optional<Instant> aliveUntil(UUID documentId, UUID accountId) {
		return this.jdbc.sql("""
				select expires_at from simple_signature_code where document_id = :document and account_id = :account
				and ended_at is null and expires_at > :now and tries < :most
				""")
			.param("document", documentId)
			.param("account", accountId)
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("most", MOST_TRIES)
			.query(OffsetDateTime.class)
			.optional()
			.map(OffsetDateTime::toInstant);
	}

	/**
	 * Makes a new code; the one before is over.
	 * @throws RefusedException when the last one was sent a moment ago, or too many were
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	String make(UUID documentId, UUID accountId) {
		Instant now = this.clock.instant();
		// codes of different agreements count together
		this.jdbc.sql("select id from account where id = ? for update").param(accountId).query(UUID.class).single();
		int recent = sentSince(accountId, now.minus(PAUSE));
		if (recent > 0) {
			throw new RefusedException(null, "agreements.simple.code.soon");
		}
		if (sentSince(accountId, now.minus(Duration.ofHours(1))) >= MOST_AN_HOUR) {
			throw new RefusedException(null, "agreements.simple.code.many", MOST_AN_HOUR);
		}
		this.jdbc
			.sql("update simple_signature_code set ended_at = :now where account_id = :account and ended_at is null")
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("account", accountId)
			.update();
		UUID id = Ids.next();
		String code = "%08d".formatted(this.random.nextInt(FIGURES));
		this.jdbc.sql("""
				insert into simple_signature_code (id, document_id, account_id, code_hash, sent_at, expires_at)
				values (:id, :document, :account, :hash, :now, :expires)
				""")
			.param("id", id)
			.param("document", documentId)
			.param("account", accountId)
			.param("hash", hash(id, code))
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("expires", now.plus(LIFETIME).atOffset(ZoneOffset.UTC))
			.update();
		return code;
	}

	private int sentSince(UUID accountId, Instant since) {
		return this.jdbc
			.sql("select count(*) from simple_signature_code where account_id = :account and sent_at > :since")
			.param("account", accountId)
			.param("since", since.atOffset(ZoneOffset.UTC))
			.query(Integer.class)
			.single();
	}

	/**
	 * Counts a try before it looks at it, in a transaction of its own: a refusal that
	 * follows gives none back. Empty when no code is alive.
	 */
	@Transactional(propagation = Propagation.REQUIRES_NEW)
	Optional<Try> take(UUID documentId, UUID accountId, String typed) {
		return this.jdbc.sql("""
				update simple_signature_code set tries = tries + 1
				where document_id = :document and account_id = :account and ended_at is null and expires_at > :now
				and tries < :most
				returning id, code_hash, tries
				""")
			.param("document", documentId)
			.param("account", accountId)
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("most", MOST_TRIES)
			.query((row, _) -> {
				UUID id = row.getObject("id", UUID.class);
				String code = (typed == null) ? "" : typed.replaceAll("\\s", "");
				return new Try(id, MessageDigest.isEqual(row.getString("code_hash").getBytes(StandardCharsets.US_ASCII),
						hash(id, code).getBytes(StandardCharsets.US_ASCII)), MOST_TRIES - row.getInt("tries"));
			})
			.optional();
	}

	/**
	 * The code has done its work.
	 * @throws RefusedException when it had already
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	void use(UUID id) {
		int used = this.jdbc.sql("update simple_signature_code set ended_at = :now where id = :id and ended_at is null")
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("id", id)
			.update();
		if (used == 0) {
			throw new RefusedException("code", "agreements.simple.code.none");
		}
	}

	private static String hash(UUID id, String code) {
		return AgreementTrail.sha256(id + ":" + code);
	}

}
