package ru.sosedi.agreements;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.accounts.Actor;
import ru.sosedi.shared.Ids;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.StaleEditException;

/**
 * Writes the text of an agreement clause by clause, in the open version only, by whoever
 * holds the pen. Editing a closed version's text opens the next one.
 */
@Service
@Transactional(readOnly = true)
public class ClauseWriting {

	private final JdbcClient jdbc;

	private final OpenText text;

	private final AmendedTexts amended;

	private final AgreementTrail trail;

	private final Clock clock;

	ClauseWriting(JdbcClient jdbc, OpenText text, AmendedTexts amended, AgreementTrail trail, Clock clock) {
		this.jdbc = jdbc;
		this.text = text;
		this.amended = amended;
		this.trail = trail;
		this.clock = clock;
	}

	/**
	 * @param version the count of edits that the form was opened with
	 * @throws StaleEditException when somebody else changed or removed the clause
	 */
	@Transactional
	public void change(Actor actor, UUID agreementId, UUID key, ClauseWords words, long version) {
		Agreement agreement = this.text.forWriting(actor, agreementId);
		require(agreement, words);
		UUID open = this.text.open(actor, agreement, "");
		int changed = this.jdbc
			.sql("""
					update agreement_clause set part = :part, heading = :heading, body = :body, amends = cast(:amends as text),
						amends_key = cast(:target as uuid), edited_at = :now, edited_by = :by, version = version + 1
					where version_id = :open and clause_key = :key and version = :version
					""")
			.param("part", words.part().name())
			.param("heading", words.heading())
			.param("body", words.body())
			.param("amends", (words.amends() == null) ? null : words.amends().name())
			.param("target", words.amendsKey())
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("by", actor.name())
			.param("open", open)
			.param("key", key)
			.param("version", version)
			.update();
		if (changed == 0) {
			throw new StaleEditException("clause " + key);
		}
		tell(actor, agreement, "agreements.clause.changed", key, words);
	}

	/**
	 * @param after the clause that it stands behind; {@code null}: it is the first
	 * @return the key of the new clause
	 */
	@Transactional
	public UUID add(Actor actor, UUID agreementId, UUID after, ClauseWords words) {
		Agreement agreement = this.text.forWriting(actor, agreementId);
		require(agreement, words);
		UUID open = this.text.open(actor, agreement, "");
		int count = this.jdbc.sql("select count(*) from agreement_clause where version_id = ?")
			.param(open)
			.query(Integer.class)
			.single();
		if (count >= Clause.MOST) {
			throw new RefusedException(null, "agreements.clause.many", Clause.MOST);
		}
		int position = (after == null) ? 0 : position(open, after);
		this.jdbc.sql("update agreement_clause set position = position + 1 where version_id = ? and position > ?")
			.params(open, position)
			.update();
		UUID key = Ids.next();
		this.jdbc
			.sql("""
					insert into agreement_clause (id, version_id, clause_key, position, part, heading, body, amends, amends_key,
						edited_at, edited_by)
					values (:id, :open, :key, :position, :part, :heading, :body, cast(:amends as text), cast(:target as uuid),
						:now, :by)
					""")
			.param("id", Ids.next())
			.param("open", open)
			.param("key", key)
			.param("position", position + 1)
			.param("part", words.part().name())
			.param("heading", words.heading())
			.param("body", words.body())
			.param("amends", (words.amends() == null) ? null : words.amends().name())
			.param("target", words.amendsKey())
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("by", actor.name())
			.update();
		tell(actor, agreement, "agreements.clause.added", key, words);
		return key;
	}

	/**
	 * Swaps the clause with its neighbour above or below; at the edge nothing happens.
	 */
	@Transactional
	public void move(Actor actor, UUID agreementId, UUID key, boolean up) {
		Agreement agreement = this.text.forWriting(actor, agreementId);
		UUID open = this.text.open(actor, agreement, "");
		int position = position(open, key);
		this.jdbc
			.sql(up ? """
					select position from agreement_clause where version_id = ? and position < ? order by position desc limit 1
					"""
					: """
							select position from agreement_clause where version_id = ? and position > ? order by position limit 1
							""")
			.params(open, position)
			.query(Integer.class)
			.optional()
			.ifPresent((other) -> {
				this.jdbc.sql("""
						update agreement_clause set position = case position when :one then :other else :one end
						where version_id = :open and position in (:one, :other)
						""").param("one", position).param("other", other).param("open", open).update();
				this.trail.record(actor, agreementId, agreement.name(), "agreements.clause.moved",
						Map.of("clause", key.toString(), "direction", up ? "up" : "down"));
			});
	}

	/**
	 * @param version the count of edits that the page was opened with
	 * @throws RefusedException while something is promised at the clause
	 * @throws StaleEditException when somebody else changed or removed the clause
	 */
	@Transactional
	public void remove(Actor actor, UUID agreementId, UUID key, long version) {
		Agreement agreement = this.text.forWriting(actor, agreementId);
		boolean promised = this.jdbc
			.sql("select exists (select from commitment where agreement_id = ? and clause_key = ?)")
			.params(agreementId, key)
			.query(Boolean.class)
			.single();
		if (promised) {
			throw new RefusedException(null, "agreements.clause.promised");
		}
		UUID open = this.text.open(actor, agreement, "");
		int removed = this.jdbc
			.sql("delete from agreement_clause where version_id = ? and clause_key = ? and version = ?")
			.params(open, key, version)
			.update();
		if (removed == 0) {
			throw new StaleEditException("clause " + key);
		}
		this.trail.record(actor, agreementId, agreement.name(), "agreements.clause.removed",
				Map.of("clause", key.toString()));
	}

	private int position(UUID version, UUID key) {
		return this.jdbc.sql("select position from agreement_clause where version_id = ? and clause_key = ?")
			.params(version, key)
			.query(Integer.class)
			.optional()
			.orElseThrow(() -> new NotFoundException("clause " + key));
	}

	private void require(Agreement agreement, ClauseWords words) {
		SortedSet<String> unknown = new TreeSet<>(words.fields());
		unknown.removeAll(TextValues.names(agreement.parties().size(), agreement.parentId() != null));
		if (!unknown.isEmpty()) {
			unknown.removeAll(this.jdbc.sql("select name from agreement_field where agreement_id = ?")
				.param(agreement.id())
				.query(String.class)
				.list());
		}
		if (!unknown.isEmpty()) {
			throw new RefusedException("body", "agreements.template.unknown-fields", String.join(", ", unknown));
		}
		if (words.amends() != null) {
			boolean known = agreement.kind() == AgreementKind.AMENDMENT && this.amended.of(agreement.parentId())
				.clauses()
				.stream()
				.anyMatch((clause) -> !clause.isRemoved() && clause.clause().key().equals(words.amendsKey()));
			if (!known) {
				throw new RefusedException("amendsKey", "agreements.clause.amends.unknown");
			}
		}
	}

	private void tell(Actor actor, Agreement agreement, String action, UUID key, ClauseWords words) {
		this.trail.record(actor, agreement.id(), agreement.name(), action,
				Map.of("clause", key.toString(), "heading", words.heading(), "body", words.body()));
	}

}
