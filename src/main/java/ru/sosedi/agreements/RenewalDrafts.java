package ru.sosedi.agreements;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.accounts.Actor;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.RefusedException;

/** Begins supplementary agreements that move the end of a signed one. */
@Service
@Transactional(readOnly = true)
public class RenewalDrafts {

	private final Agreements agreements;

	private final Drafts drafts;

	private final AgreementRepository repository;

	private final OpenText text;

	private final Versions versions;

	private final ClauseWriting clauses;

	private final AgreementTrail trail;

	private final JdbcClient jdbc;

	private final Clock clock;

	RenewalDrafts(Agreements agreements, Drafts drafts, AgreementRepository repository, OpenText text,
			Versions versions, ClauseWriting clauses, AgreementTrail trail, JdbcClient jdbc, Clock clock) {
		this.agreements = agreements;
		this.drafts = drafts;
		this.repository = repository;
		this.text = text;
		this.versions = versions;
		this.clauses = clauses;
		this.trail = trail;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * The one that somebody has begun: its end is later than the parent's, not all have
	 * signed it, and it is not put away.
	 */
	public Optional<UUID> begun(UUID parentId) {
		return this.jdbc.sql("""
				select r.id from agreement r join agreement_standing rs on rs.id = r.id
				join agreement_standing s on s.id = r.parent_id
				where r.parent_id = ? and r.kind = 'AMENDMENT' and r.new_parent_end > s.last_day
				and rs.archived_at is null and rs.in_force_from is null
				order by r.created_at desc, r.id desc limit 1
				""").param(parentId).query(UUID.class).optional();
	}

	/**
	 * A draft with the parent's sides, from the newest template of supplementary
	 * agreements in use, or from a single clause when there is none; the appendix stands
	 * at its end.
	 * @param newEnd the parent's new last day
	 * @param clause says so; stands in the draft when there is no template
	 * @param appendixMarkdown at most {@link Clause#LONGEST_BODY} characters
	 * @throws NotFoundException for anybody but coordinators and administrators
	 * @throws RefusedException when the parent cannot be amended any more
	 */
	@Transactional
	public UUID create(Actor actor, UUID parentId, LocalDate newEnd, String title, String clause,
			String appendixHeading, String appendixMarkdown) {
		Agreement parent = this.agreements.forKeeping(actor, parentId);
		Reason reason = this.drafts.whyNotAmended(parent);
		if (reason != null) {
			throw new RefusedException(null, reason.messageKey(), reason.arguments().toArray());
		}
		AgreementTerms terms = new AgreementTerms(parent.terms().place(), null, null, Prolongation.NONE, null,
				AgreementTerms.USUAL_NOTICE, parent.terms().coversAllCentres(), parent.terms().centres(), newEnd);
		Optional<UUID> template = template();
		UUID id = template.isPresent()
				? this.drafts.create(actor, new NewAgreement(template.get(), parentId, title, List.of(), terms)).id()
				: plain(actor, parent, title, clause, terms);
		this.clauses.add(actor, id, last(id),
				new ClauseWords(ClausePart.APPENDIX, appendixHeading, appendixMarkdown.replace("{{", "{ {")));
		return id;
	}

	private Optional<UUID> template() {
		return this.jdbc
			.sql("""
					select id from agreement_template where kind = 'AMENDMENT' and retired_at is null order by id desc limit 1
					""")
			.query(UUID.class)
			.optional();
	}

	private UUID plain(Actor actor, Agreement parent, String title, String clause, AgreementTerms terms) {
		Agreement agreement = this.repository.saveAndFlush(new Agreement(AgreementKind.AMENDMENT,
				NewAgreement.titled(title), parent.id(), null, parent.parties(), terms, actor, this.clock.instant()));
		this.text.first(actor, agreement);
		this.trail.record(actor, agreement.id(), agreement.name(), "agreements.draft.created",
				Map.of("kind", agreement.kind().name(), "title", agreement.title()));
		this.clauses.add(actor, agreement.id(), null, new ClauseWords(ClausePart.CLAUSE, "", clause));
		return agreement.id();
	}

	private UUID last(UUID id) {
		List<Clause> written = this.versions.clauses(this.versions.open(id).orElseThrow().id());
		return written.isEmpty() ? null : written.getLast().key();
	}

}
