package ru.sosedi.signatures;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.accounts.Actor;
import ru.sosedi.shared.Audited;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.RefusedException;

/**
 * Keeps the lists of revoked certificates. An administrator brings them: the portal never
 * fetches one.
 */
@Service
@Transactional(readOnly = true)
public class RevocationListService {

	/** Clocks of authorities and of the portal differ a little. */
	private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(10);

	private final RevocationListRepository lists;

	private final TrustStore trust;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	RevocationListService(RevocationListRepository lists, TrustStore trust, JdbcClient jdbc,
			ApplicationEventPublisher events, Clock clock) {
		this.lists = lists;
		this.trust = trust;
		this.jdbc = jdbc;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * A line of the list of lists.
	 *
	 * @param nextUpdate {@code null} when the list does not say
	 * @param stale whether the authority must have a newer one by now
	 */
	public record Listed(UUID id, String issuer, Instant thisUpdate, Instant nextUpdate, boolean stale, int entries,
			Instant addedAt, String addedByName) {

	}

	/** By the name of the authority. */
	public List<Listed> all(Actor actor) {
		TrustedRootService.requireAdministrator(actor);
		return listed("order by r.subject, l.id", Map.of());
	}

	/**
	 * @throws NotFoundException when there is none
	 */
	public Listed byId(Actor actor, UUID id) {
		TrustedRootService.requireAdministrator(actor);
		return listed("where l.id = :id", Map.of("id", id)).stream()
			.findFirst()
			.orElseThrow(() -> new NotFoundException("revocation list " + id));
	}

	private List<Listed> listed(String which, Map<String, ?> parameters) {
		return this.jdbc.sql("""
				select l.id, r.subject, l.this_update, l.next_update, coalesce(l.next_update < :now, false) as stale,
					l.entries, l.added_at, l.added_by_name
				from revocation_list l join trusted_root r on r.id = l.root_id
				""" + which + " limit " + TrustedRootService.MOST)
			.param("now", Timestamp.from(this.clock.instant()))
			.params(parameters)
			.query((row, _) -> {
				Timestamp next = row.getTimestamp("next_update");
				return new Listed(row.getObject("id", UUID.class), row.getString("subject"),
						row.getTimestamp("this_update").toInstant(), (next == null) ? null : next.toInstant(),
						row.getBoolean("stale"), row.getInt("entries"), row.getTimestamp("added_at").toInstant(),
						row.getString("added_by_name"));
			})
			.list();
	}

	/**
	 * Keeps a list, in the place of an older one of the same authority.
	 * @throws RefusedException at the field "file" when it is none, or not of a trusted
	 * authority, or older than what is kept
	 */
	@Transactional
	public RevocationList load(Actor actor, byte[] bytes) {
		TrustedRootService.requireAdministrator(actor);
		RevocationListFile file = RevocationListFile.read(bytes);
		TrustStore.Anchor issuer = this.trust.anchors()
			.stream()
			.filter((anchor) -> file.isOf(anchor.certificate()))
			.findFirst()
			.orElseThrow(() -> RevocationListFile.refused("foreign", file.issuer()));
		Instant now = this.clock.instant();
		if (file.thisUpdate().isAfter(now.plus(CLOCKS_DIFFER))) {
			throw RevocationListFile.refused("early");
		}
		try {
			RevocationList list = this.lists.findByRootId(issuer.id())
				.map((kept) -> renewed(kept, file, actor, now))
				.orElseGet(() -> this.lists.saveAndFlush(new RevocationList(issuer.id(), file, actor, now)));
			tell(actor, "signatures.list.loaded", list.id(), file.issuer(), Map.of(),
					facts(list.thisUpdate(), list.nextUpdate(), list.entries()));
			return list;
		}
		catch (DataIntegrityViolationException ex) {
			throw RevocationListFile.refused("old");
		}
	}

	private static RevocationList renewed(RevocationList kept, RevocationListFile file, Actor actor, Instant now) {
		if (kept.isAtLeastAsNewAs(file)) {
			throw RevocationListFile.refused("old");
		}
		kept.renew(file, actor, now);
		return kept;
	}

	@Transactional
	public void remove(Actor actor, UUID id) {
		Listed list = byId(actor, id);
		this.lists.deleteById(id);
		tell(actor, "signatures.list.removed", id, list.issuer(),
				facts(list.thisUpdate(), list.nextUpdate(), list.entries()), Map.of());
	}

	private static Map<String, String> facts(Instant thisUpdate, Instant nextUpdate, int entries) {
		Map<String, String> facts = new LinkedHashMap<>();
		facts.put("thisUpdate", thisUpdate.toString());
		if (nextUpdate != null) {
			facts.put("nextUpdate", nextUpdate.toString());
		}
		facts.put("entries", String.valueOf(entries));
		return facts;
	}

	private void tell(Actor actor, String action, UUID id, String name, Map<String, String> before,
			Map<String, String> after) {
		this.events.publishEvent(new Audited(actor.accountId(), actor.name(), action, "RevocationList", id.toString(),
				name, before, after));
	}

}
