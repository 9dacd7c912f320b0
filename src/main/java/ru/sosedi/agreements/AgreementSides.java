package ru.sosedi.agreements;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.accounts.Actor;
import ru.sosedi.partners.Parties;
import ru.sosedi.partners.Party;
import ru.sosedi.partners.Representations;
import ru.sosedi.partners.Representative;
import ru.sosedi.partners.SimpleSignatureAccessions;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.StaleEditException;
import ru.sosedi.shared.TypedText;

/** Who the sides are, who signs for each and how: the coordinator's matter. */
@Service
@Transactional(readOnly = true)
public class AgreementSides {

	private static final int LONGEST_ROLE = 60;

	private final JdbcClient jdbc;

	private final AgreementRepository repository;

	private final Agreements agreements;

	private final OpenText text;

	private final Parties parties;

	private final Representations representations;

	private final SimpleSignatureAccessions accessions;

	private final AgreementTrail trail;

	AgreementSides(JdbcClient jdbc, AgreementRepository repository, Agreements agreements, OpenText text,
			Parties parties, Representations representations, SimpleSignatureAccessions accessions,
			AgreementTrail trail) {
		this.jdbc = jdbc;
		this.repository = repository;
		this.agreements = agreements;
		this.text = text;
		this.parties = parties;
		this.representations = representations;
		this.accessions = accessions;
		this.trail = trail;
	}

	/**
	 * One side as it shall be.
	 *
	 * @param representationId may be {@code null}: nobody is chosen yet
	 */
	public record Wanted(String roleName, UUID partyId, UUID representationId, SigningWay way) {

	}

	/** Those who speak for the party today. */
	public List<Representative> signers(UUID partyId) {
		return this.representations.of(partyId)
			.stream()
			.filter((person) -> person.actsOn(this.agreements.today()))
			.toList();
	}

	/**
	 * @param version the version of the agreement that was edited
	 * @throws RefusedException at the side that cannot be so; the parties themselves
	 * change only before anybody has seen the text
	 * @throws StaleEditException when somebody changed the agreement in between
	 */
	@Transactional
	public void change(Actor actor, UUID agreementId, List<Wanted> wanted, long version) {
		Agreement agreement = this.agreements.forKeeping(actor, agreementId);
		AgreementStanding standing = this.agreements.standing(agreementId);
		Reason closed = this.text.closed(standing);
		if (closed != null) {
			throw new RefusedException(null, closed.messageKey());
		}
		if (agreement.version() != version) {
			throw new StaleEditException("agreement " + agreementId);
		}
		List<AgreementParty> before = agreement.parties();
		List<AgreementParty> sides = new ArrayList<>();
		Map<UUID, Party> known = this.parties
			.withIds(wanted.stream().map(Wanted::partyId).filter((id) -> id != null).toList());
		Set<UUID> met = new HashSet<>();
		for (int index = 0; index < before.size(); index++) {
			Wanted one = (index < wanted.size()) ? wanted.get(index) : new Wanted(null, null, null, null);
			sides.add(side(before.get(index), one, known, standing.sent() || agreement.parentId() != null,
					"sides[" + index + "]"));
			if (!met.add(sides.getLast().partyId())) {
				throw new RefusedException("sides[" + index + "].partyId", "agreements.draft.party.twice",
						known.get(one.partyId()).shortName());
			}
		}
		if (!before.equals(sides)) {
			agreement.meet(sides);
			this.repository.saveAndFlush(agreement);
			follow(agreementId, before, sides);
			this.trail.record(actor, agreementId, agreement.name(), "agreements.parties.changed",
					Map.of("before", before.toString(), "after", sides.toString()));
		}
	}

	private AgreementParty side(AgreementParty before, Wanted wanted, Map<UUID, Party> known, boolean fixed,
			String field) {
		Party party = (wanted.partyId() == null) ? null : known.get(wanted.partyId());
		if (party == null || party.kind() != before.kind()) {
			throw new RefusedException(field + ".partyId", "agreements.draft.party.missing", before.roleName());
		}
		if (fixed && !party.id().equals(before.partyId())) {
			throw new RefusedException(field + ".partyId", "agreements.parties.fixed");
		}
		String role = TypedText.noLonger(
				TypedText.required(wanted.roleName(), field + ".roleName", "agreements.template.side.missing"),
				LONGEST_ROLE, field + ".roleName");
		SigningWay way = TypedText.required(wanted.way(), field + ".way", "agreements.parties.way.missing");
		UUID signer = wanted.representationId();
		if (signer != null && signers(party.id()).stream().noneMatch((person) -> person.id().equals(signer))) {
			throw new RefusedException(field + ".representationId", "agreements.parties.signer.unknown",
					party.shortName());
		}
		if (way == SigningWay.SIMPLE && !this.accessions.covers(party.id(), this.agreements.today())) {
			throw new RefusedException(field + ".way", "agreements.parties.way.no-accession", party.shortName());
		}
		return AgreementParty.of(before.side(), role, party.kind(), party.id(), signer, way);
	}

	// what the text promises goes over to the party that takes the place
	private void follow(UUID agreementId, List<AgreementParty> before, List<AgreementParty> after) {
		UUID[] old = before.stream().map(AgreementParty::partyId).toArray(UUID[]::new);
		UUID[] now = after.stream().map(AgreementParty::partyId).toArray(UUID[]::new);
		this.jdbc
			.sql("""
					update commitment c set
						by_party = coalesce((cast(:now as uuid[]))[array_position(cast(:old as uuid[]), c.by_party)], c.by_party),
						to_party = coalesce((cast(:now as uuid[]))[array_position(cast(:old as uuid[]), c.to_party)], c.to_party)
					where c.agreement_id = :id
					""")
			.param("old", old)
			.param("now", now)
			.param("id", agreementId)
			.update();
	}

}
