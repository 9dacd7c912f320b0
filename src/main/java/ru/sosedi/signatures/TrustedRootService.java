package ru.sosedi.signatures;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.Role;
import ru.sosedi.shared.Audited;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.RefusedException;

/** Keeps the authorities that are trusted: an administrator's work. */
@Service
@Transactional(readOnly = true)
public class TrustedRootService {

	/** The most that can be trusted; every verdict reads them all. */
	public static final int MOST = 100;

	private final TrustedRootRepository roots;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	TrustedRootService(TrustedRootRepository roots, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
		this.roots = roots;
		this.jdbc = jdbc;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * A line of the list.
	 *
	 * @param selfIssued whether it is a root; else it was issued by another and is
	 * trusted by itself
	 * @param expired whether nothing under it is accepted any more
	 */
	public record Listed(UUID id, String subject, String issuer, String serial, Instant validFrom, Instant validUntil,
			String sha256, boolean selfIssued, boolean expired, Instant addedAt, String addedByName) {

	}

	/** By name. */
	public List<Listed> all(Actor actor) {
		requireAdministrator(actor);
		return this.jdbc.sql("""
				select id, subject, issuer, serial, valid_from, valid_until, sha256, self_issued,
					valid_until < :now as expired, added_at, added_by_name
				from trusted_root order by subject, id limit :most
				""")
			.param("now", Timestamp.from(this.clock.instant()))
			.param("most", MOST)
			.query((row, _) -> new Listed(row.getObject("id", UUID.class), row.getString("subject"),
					row.getString("issuer"), row.getString("serial"), row.getTimestamp("valid_from").toInstant(),
					row.getTimestamp("valid_until").toInstant(), row.getString("sha256"), row.getBoolean("self_issued"),
					row.getBoolean("expired"), row.getTimestamp("added_at").toInstant(),
					row.getString("added_by_name")))
			.list();
	}

	/**
	 * @throws NotFoundException when there is none
	 */
	public TrustedRoot byId(Actor actor, UUID id) {
		requireAdministrator(actor);
		return this.roots.findById(id).orElseThrow(() -> new NotFoundException("trusted root " + id));
	}

	/**
	 * What would be trusted. Nothing is changed.
	 * @throws RefusedException at the field "file" when it cannot be
	 */
	public AuthorityCertificate read(Actor actor, byte[] file) {
		requireAdministrator(actor);
		AuthorityCertificate certificate = AuthorityCertificate.read(file, this.clock.instant());
		if (this.roots.existsBySha256(certificate.sha256())) {
			throw new RefusedException("file", "signatures.root.known");
		}
		return certificate;
	}

	/**
	 * Trusts an authority from now on.
	 * @param accepted whether it is to be trusted although another issued it
	 * @throws RefusedException at the field "accepted" when that was not said, at "file"
	 * for what {@link #read} refuses
	 */
	@Transactional
	public TrustedRoot trust(Actor actor, byte[] file, boolean accepted) {
		AuthorityCertificate certificate = read(actor, file);
		if (!certificate.selfIssued() && !accepted) {
			throw new RefusedException("accepted", "signatures.root.accepted.missing");
		}
		if (this.roots.count() >= MOST) {
			throw new RefusedException("file", "signatures.root.many", MOST);
		}
		TrustedRoot root = new TrustedRoot(certificate, actor, this.clock.instant());
		try {
			this.roots.saveAndFlush(root);
		}
		catch (DataIntegrityViolationException ex) {
			throw new RefusedException("file", "signatures.root.known");
		}
		tell(actor, "signatures.root.trusted", root, Map.of(), facts(root));
		return root;
	}

	/** Trusts it no longer; its list of revoked certificates goes too. */
	@Transactional
	public void remove(Actor actor, UUID id) {
		TrustedRoot root = byId(actor, id);
		this.roots.delete(root);
		tell(actor, "signatures.root.removed", root, facts(root), Map.of());
	}

	private static Map<String, String> facts(TrustedRoot root) {
		return Map.of("serial", root.serial(), "sha256", root.sha256(), "validUntil", root.validUntil().toString());
	}

	private void tell(Actor actor, String action, TrustedRoot root, Map<String, String> before,
			Map<String, String> after) {
		this.events.publishEvent(new Audited(actor.accountId(), actor.name(), action, "TrustedRoot",
				root.id().toString(), root.subject(), before, after));
	}

	static void requireAdministrator(Actor actor) {
		if (!actor.is(Role.ADMINISTRATOR)) {
			throw new NotFoundException("trust for " + actor.accountId());
		}
	}

}
