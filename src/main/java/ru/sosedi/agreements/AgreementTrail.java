package ru.sosedi.agreements;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import ru.sosedi.accounts.Actor;
import ru.sosedi.shared.Audited;
import ru.sosedi.shared.NetworkAddress;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.StaleEditException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The trail of agreements: every act and every refused try, one chain for the whole
 * network. Each line carries the SHA-256 of its own words and of the line before it; the
 * database refuses to change or remove a line.
 */
@Service
public class AgreementTrail {

	/** What the first line carries in place of the hash before it. */
	static final String BEFORE_THE_FIRST = "0".repeat(64);

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final NetworkAddress networkAddress;

	private final ApplicationEventPublisher publisher;

	private final TransactionTemplate transaction;

	private final Clock clock;

	AgreementTrail(JdbcClient jdbc, JsonMapper json, NetworkAddress networkAddress, ApplicationEventPublisher publisher,
			PlatformTransactionManager transactions, Clock clock) {
		this.jdbc = jdbc;
		this.json = json;
		this.networkAddress = networkAddress;
		this.publisher = publisher;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	/**
	 * Writes an act into the chain, within the transaction of the change; the chain waits
	 * for its end.
	 * @param agreementId may be {@code null}
	 * @param agreementName how people call the agreement
	 * @param action {@code agreements.<resource>.<participle>}, which is also a message
	 * key under {@code audit.action.}
	 * @param facts what was done; no secrets
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void record(Actor actor, UUID agreementId, String agreementName, String action, Map<String, String> facts) {
		append(actor, agreementId, action, false, facts);
		this.publisher.publishEvent(new Audited(actor.accountId(), actor.name(), action, "Agreement",
				(agreementId == null) ? null : agreementId.toString(), agreementName, Map.of(), facts));
	}

	/**
	 * Makes a change in a transaction of its own; when it is refused, nothing of it is
	 * left, and the trail shows the try.
	 * @param facts of the try; no secrets
	 * @throws IllegalStateException within another transaction
	 */
	@Transactional(propagation = Propagation.NEVER)
	public <T> T attempt(Actor actor, UUID agreementId, String action, Map<String, String> facts, Supplier<T> change) {
		try {
			return this.transaction.execute((_) -> change.get());
		}
		catch (RefusedException refusal) {
			tried(actor, agreementId, action, facts, refusal.messageKey());
			throw refusal;
		}
		catch (StaleEditException stale) {
			tried(actor, agreementId, action, facts, "agreements.try.stale");
			throw stale;
		}
		catch (NotFoundException missing) {
			tried(actor, agreementId, action, facts, "agreements.try.not-theirs");
			throw missing;
		}
	}

	private void tried(Actor actor, UUID agreementId, String action, Map<String, String> facts, String why) {
		Map<String, String> all = new TreeMap<>(facts);
		all.put("refusal", why);
		this.transaction.executeWithoutResult((_) -> append(actor, agreementId, action, true, all));
	}

	private void append(Actor actor, UUID agreementId, String action, boolean refused, Map<String, String> facts) {
		this.jdbc.sql("select pg_advisory_xact_lock(hashtext('agreement_act'))").query((_, _) -> 0).single();
		AgreementAct last = this.jdbc.sql("select * from agreement_act order by number desc limit 1")
			.query((row, _) -> AgreementAct.of(row, this.json))
			.optional()
			.orElse(null);
		SortedMap<String, String> storable = new TreeMap<>();
		facts.forEach((name, value) -> storable.put(name, (value == null) ? "" : value.replace("\0", "")));
		AgreementAct act = new AgreementAct((last == null) ? 1 : last.number() + 1,
				this.clock.instant().truncatedTo(ChronoUnit.MICROS), actor.accountId(), actor.name(), agreementId,
				action, refused, storable, this.networkAddress.current(),
				(last == null) ? BEFORE_THE_FIRST : last.hash(), null);
		this.jdbc.sql("""
				insert into agreement_act (number, at, actor_id, actor_name, agreement_id, action, refused, facts,
					network_address, previous_hash, hash)
				values (:number, :at, :actor, :name, :agreement, :action, :refused, cast(:facts as jsonb), :address,
					:previous, :hash)
				""")
			.param("number", act.number())
			.param("at", act.at().atOffset(ZoneOffset.UTC))
			.param("actor", act.actorId())
			.param("name", act.actorName())
			.param("agreement", act.agreementId())
			.param("action", act.action())
			.param("refused", act.refused())
			.param("facts", this.json.writeValueAsString(act.facts()))
			.param("address", act.networkAddress())
			.param("previous", act.previousHash())
			.param("hash", act.computedHash())
			.update();
	}

	/** SHA-256 of a text in UTF-8, in lower-case hexadecimal digits. */
	static String sha256(String text) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
