package ru.sosedi.agreements;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.sosedi.accounts.Actor;
import ru.sosedi.partners.Parties;
import ru.sosedi.shared.Ids;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.RefusedException;

/**
 * The version that may be written. Everything that the sides agree on (clauses, fields,
 * terms, commitments) changes only while a version is open, so that what was consented to
 * stays what it was.
 */
@Component
class OpenText {

	private final JdbcClient jdbc;

	private final Agreements agreements;

	private final Versions versions;

	private final Parties parties;

	private final Clock clock;

	OpenText(JdbcClient jdbc, Agreements agreements, Versions versions, Parties parties, Clock clock) {
		this.jdbc = jdbc;
		this.agreements = agreements;
		this.versions = versions;
		this.parties = parties;
		this.clock = clock;
	}

	/**
	 * The agreement with its row locked, for somebody whose turn it is to write.
	 * @throws NotFoundException when the actor may not see it
	 * @throws RefusedException when it is not written any more, or not by this person now
	 */
	Agreement forWriting(Actor actor, UUID id) {
		Agreement agreement = this.agreements.forActing(actor, id);
		Reason refusal = refusal(actor, agreement, this.agreements.standing(id));
		if (refusal != null) {
			throw new RefusedException(null, refusal.messageKey(), refusal.arguments().toArray());
		}
		return agreement;
	}

	/** Why this person cannot write now; {@code null} when they can. */
	Reason refusal(Actor actor, Agreement agreement, AgreementStanding standing) {
		Reason closed = closed(standing);
		if (closed != null) {
			return closed;
		}
		if (AgreementPen.holds(actor, agreement)) {
			return null;
		}
		return (agreement.pen() == null) ? Reason.of("agreements.pen.coordinator") : Reason.of("agreements.pen.theirs",
				this.parties.find(agreement.pen()).map((party) -> party.shortName()).orElse(""));
	}

	/** Why nobody writes the text any more; {@code null} while it is being written. */
	Reason closed(AgreementStanding standing) {
		if (standing.archivedAt() != null) {
			return Reason.of("agreements.pen.archived");
		}
		if (standing.isSigned()) {
			return Reason.of("agreements.pen.signed");
		}
		if (standing.documentId() != null) {
			return Reason.of("agreements.pen.frozen");
		}
		return standing.inCircuit() ? Reason.of("agreements.pen.in-circuit") : null;
	}

	/** The open version; when there is none, a copy of the last closed one is opened. */
	UUID open(Actor actor, Agreement agreement, String note) {
		return this.versions.open(agreement.id()).map(Versions.Round::id).orElseGet(() -> copy(actor, agreement, note));
	}

	/** A first, empty version. */
	UUID first(Actor actor, Agreement agreement) {
		return insert(actor, agreement, 1, "");
	}

	private UUID copy(Actor actor, Agreement agreement, String note) {
		Versions.Round last = this.versions.lastClosed(agreement.id()).orElseThrow();
		UUID id = insert(actor, agreement, last.number() + 1, note);
		// a clause keeps its count of edits, so that a form opened before still fits
		this.jdbc
			.sql("""
					insert into agreement_clause (id, version_id, clause_key, position, part, heading, body, amends, amends_key,
						edited_at, edited_by, version)
					select gen_random_uuid(), :id, clause_key, position, part, heading, body, amends, amends_key, edited_at, edited_by,
						version
					from agreement_clause where version_id = :last
					""")
			.param("id", id)
			.param("last", last.id())
			.update();
		return id;
	}

	private UUID insert(Actor actor, Agreement agreement, int number, String note) {
		UUID id = Ids.next();
		this.jdbc
			.sql("""
					insert into agreement_version (id, agreement_id, number, opened_at, author_id, author_name, party_id, note)
					values (:id, :agreement, :number, :now, :author, :name, :party, :note)
					""")
			.param("id", id)
			.param("agreement", agreement.id())
			.param("number", number)
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("author", actor.accountId())
			.param("name", actor.name())
			.param("party", agreement.pen())
			.param("note", note)
			.update();
		return id;
	}

	/** Closes the open version for good. */
	void close(Actor actor, UUID version, String note) {
		this.jdbc.sql("""
				update agreement_version set closed_at = :now, author_id = :author, author_name = :name,
					note = left(concat_ws(e'\\n', nullif(note, ''), nullif(:note, '')), 1000)
				where id = :id and closed_at is null
				""")
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("author", actor.accountId())
			.param("name", actor.name())
			.param("note", note)
			.param("id", version)
			.update();
	}

}
