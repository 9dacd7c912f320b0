package ru.sosedi.agreements;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.accounts.Actor;
import ru.sosedi.partners.Parties;
import ru.sosedi.partners.Party;
import ru.sosedi.partners.Representations;
import ru.sosedi.partners.Representative;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.StaleEditException;

/** Begins agreements, and changes what stands outside of their clauses. */
@Service
@Transactional(readOnly = true)
public class Drafts {

	private final AgreementRepository repository;

	private final Agreements agreements;

	private final AgreementTemplates templates;

	private final OpenText text;

	private final Parties parties;

	private final Representations representations;

	private final AgreementTrail trail;

	private final JdbcClient jdbc;

	private final Clock clock;

	Drafts(AgreementRepository repository, Agreements agreements, AgreementTemplates templates, OpenText text,
			Parties parties, Representations representations, AgreementTrail trail, JdbcClient jdbc, Clock clock) {
		this.repository = repository;
		this.agreements = agreements;
		this.templates = templates;
		this.text = text;
		this.parties = parties;
		this.representations = representations;
		this.trail = trail;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * A draft in the coordinator's hands: the template's clauses, fields and circuit are
	 * copied, so that later changes of the template do not touch it. Each side is signed
	 * for by whoever has authority today, on paper until another way is chosen.
	 * @throws NotFoundException for anybody but coordinators and administrators
	 * @throws RefusedException at the field that cannot be so; a parent that is not
	 * signed, or is over, is refused
	 */
	@Transactional
	public Agreement create(Actor actor, NewAgreement wanted) {
		if (!this.agreements.keeps(actor)) {
			throw new NotFoundException("drafts for " + actor.accountId());
		}
		AgreementTemplate template = this.templates.inUse(wanted.templateId());
		Agreement parent = parent(template.kind(), wanted.parentId());
		List<AgreementParty> sides = (parent != null) ? parent.parties() : sides(template, wanted.parties());
		requireCentres(wanted.terms().centres());
		Agreement agreement = this.repository.saveAndFlush(new Agreement(template.kind(), wanted.title(),
				wanted.parentId(), template.id(), sides, wanted.terms(), actor, this.clock.instant()));
		fill(actor, agreement, template);
		this.trail.record(actor, agreement.id(), agreement.name(), "agreements.draft.created",
				Map.of("kind", template.kind().name(), "title", agreement.title(), "parties",
						sides.stream().map((side) -> side.partyId().toString()).collect(Collectors.joining(", "))));
		return agreement;
	}

	private void fill(Actor actor, Agreement agreement, AgreementTemplate template) {
		UUID version = this.text.first(actor, agreement);
		this.jdbc
			.sql("""
					insert into agreement_clause (id, version_id, clause_key, position, part, heading, body, edited_at, edited_by)
					select gen_random_uuid(), :version, gen_random_uuid(), position, part, heading, body, :now, :name
					from template_clause where template_id = :template
					""")
			.param("version", version)
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("name", actor.name())
			.param("template", template.id())
			.update();
		this.jdbc
			.sql("""
					insert into agreement_field (agreement_id, position, name, label, type, required)
					select :agreement, position, name, label, type, required from template_field where template_id = :template
					""")
			.param("agreement", agreement.id())
			.param("template", template.id())
			.update();
	}

	private Agreement parent(AgreementKind kind, UUID id) {
		if (!kind.belongsToAnother()) {
			if (id != null) {
				throw new RefusedException("templateId", "agreements.draft.parent.unwanted");
			}
			return null;
		}
		if (id == null) {
			throw new RefusedException("parentId", "agreements.draft.parent.missing");
		}
		Agreement parent = this.repository.findById(id)
			.orElseThrow(() -> new RefusedException("parentId", "agreements.draft.parent.missing"));
		parent.parties().size();
		Reason reason = whyNotAmended(parent);
		if (reason != null) {
			throw new RefusedException("parentId", reason.messageKey(), reason.arguments().toArray());
		}
		return parent;
	}

	/**
	 * Why nothing can be added to this agreement; {@code null} when a supplementary
	 * agreement or a schedule can be begun.
	 */
	public Reason whyNotAmended(Agreement parent) {
		if (parent.kind().belongsToAnother()) {
			return Reason.of("agreements.draft.parent.nested");
		}
		AgreementStanding standing = this.agreements.standing(parent.id());
		AgreementState state = standing.stateOn(this.agreements.today());
		return switch (state) {
			case TERMINATED -> Reason.of("agreements.draft.parent.terminated");
			case EXPIRED -> Reason.of("agreements.draft.parent.expired");
			case ARCHIVED -> Reason.of("agreements.draft.parent.archived");
			default -> standing.isSigned() ? null : Reason.of("agreements.draft.parent.unsigned");
		};
	}

	/** Why this person cannot write the text now; {@code null} when they can. */
	public Reason whyNotWritten(Actor actor, Agreement agreement, AgreementStanding standing) {
		return this.text.refusal(actor, agreement, standing);
	}

	private List<AgreementParty> sides(AgreementTemplate template, List<UUID> chosen) {
		List<AgreementParty> sides = new ArrayList<>();
		Map<UUID, Party> known = this.parties.withIds(chosen);
		Set<UUID> met = new HashSet<>();
		for (TemplateDetails.Side side : template.details().sides()) {
			int index = sides.size();
			Party party = (index < chosen.size()) ? known.get(chosen.get(index)) : null;
			String field = "parties[" + index + "]";
			if (party == null || party.kind() != side.kind()) {
				throw new RefusedException(field, "agreements.draft.party.missing", side.roleName());
			}
			if (!met.add(party.id())) {
				throw new RefusedException(field, "agreements.draft.party.twice", party.shortName());
			}
			sides.add(AgreementParty.of(index + 1, side.roleName(), side.kind(), party.id(), signer(party.id()),
					SigningWay.PAPER));
		}
		return sides;
	}

	private UUID signer(UUID party) {
		return this.representations.of(party)
			.stream()
			.filter((person) -> person.actsOn(this.agreements.today()))
			.findFirst()
			.map(Representative::id)
			.orElse(null);
	}

	private void requireCentres(Set<UUID> centres) {
		int known = this.jdbc.sql("select count(*) from neighbourhood_centre where id = any(:ids)")
			.param("ids", centres.toArray(UUID[]::new))
			.query(Integer.class)
			.single();
		if (known != centres.size()) {
			throw new RefusedException("centres", "agreements.draft.centre.unknown");
		}
	}

	/**
	 * Another title, term or coverage, by whoever holds the pen, in an open version.
	 * @param version the version of the agreement that was edited
	 * @throws StaleEditException when somebody changed it in between
	 */
	@Transactional
	public void change(Actor actor, UUID id, String title, AgreementTerms terms, long version) {
		Agreement agreement = this.text.forWriting(actor, id);
		String newTitle = NewAgreement.titled(title);
		if (agreement.version() != version) {
			throw new StaleEditException("agreement " + id);
		}
		if (terms.newParentEnd() != null && agreement.kind() != AgreementKind.AMENDMENT) {
			throw new RefusedException("newParentEnd", "agreements.draft.parent-end.unwanted");
		}
		requireCentres(terms.centres());
		requireWherePromised(id, terms);
		Map<String, String> facts = changes(agreement, newTitle, terms);
		if (!facts.isEmpty()) {
			this.text.open(actor, agreement, "");
			agreement.change(newTitle, terms);
			this.repository.saveAndFlush(agreement);
			this.trail.record(actor, id, agreement.name(), "agreements.terms.changed", facts);
		}
	}

	private void requireWherePromised(UUID id, AgreementTerms terms) {
		boolean outside = !terms.coversAllCentres() && this.jdbc.sql("""
				select exists (select from commitment c join commitment_centre n on n.commitment_id = c.id
					where c.agreement_id = :id and n.centre_id <> all(:centres))
				""")
			.param("id", id)
			.param("centres", terms.centres().toArray(UUID[]::new))
			.query(Boolean.class)
			.single();
		if (outside) {
			throw new RefusedException("centres", "agreements.draft.centre.promised");
		}
	}

	private static Map<String, String> changes(Agreement agreement, String title, AgreementTerms terms) {
		Map<String, String> facts = new LinkedHashMap<>();
		if (!agreement.title().equals(title)) {
			facts.put("title", title);
		}
		if (!agreement.terms().equals(terms)) {
			facts.put("before", agreement.terms().toString());
			facts.put("after", terms.toString());
		}
		return facts;
	}

	/**
	 * Back to writing after a declined visa or signature, within the caller's
	 * transaction: a new version is opened from the last closed one, the pen goes to the
	 * coordinator. The caller has ended the circuit and put the frozen document aside.
	 * @param reason in the words of the one who declined; the note of the new version
	 */
	@Transactional
	public void reopen(Actor actor, Agreement agreement, String reason) {
		agreement.handPenTo(null);
		this.repository.saveAndFlush(agreement);
		this.text.open(actor, agreement, reason);
		this.trail.record(actor, agreement.id(), agreement.name(), "agreements.draft.reopened",
				Map.of("reason", reason));
	}

}
