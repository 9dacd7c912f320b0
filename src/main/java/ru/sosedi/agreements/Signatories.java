package ru.sosedi.agreements;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

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
import ru.sosedi.shared.TypedText;

/** Who signs for each side, how, and how far it is. */
@Service
@Transactional(readOnly = true)
public class Signatories {

	private final AgreementRepository repository;

	private final Agreements agreements;

	private final Circuit circuit;

	private final FrozenDocuments documents;

	private final Signatures signatures;

	private final SigningTurns turns;

	private final Mandates mandates;

	private final Parties parties;

	private final Representations representations;

	private final SimpleSignatureAccessions accessions;

	private final AgreementTrail trail;

	Signatories(AgreementRepository repository, Agreements agreements, Circuit circuit, FrozenDocuments documents,
			Signatures signatures, SigningTurns turns, Mandates mandates, Parties parties,
			Representations representations, SimpleSignatureAccessions accessions, AgreementTrail trail) {
		this.repository = repository;
		this.agreements = agreements;
		this.circuit = circuit;
		this.documents = documents;
		this.signatures = signatures;
		this.turns = turns;
		this.mandates = mandates;
		this.parties = parties;
		this.representations = representations;
		this.accessions = accessions;
		this.trail = trail;
	}

	/**
	 * A side and its signature.
	 *
	 * @param person whom the text names; {@code null} until chosen
	 * @param delegates who may sign for that person today
	 * @param step {@code null} before the circuit
	 * @param signature {@code null} until it is made
	 * @param own whether the actor acts for this side: its people, or the coordinator
	 * @param refusal why it cannot be signed now; {@code null} when it can
	 * @param wayFixed whether the way of signing cannot be changed by the actor
	 */
	public record Signatory(AgreementParty side, Party party, Representative person, List<Mandate> delegates,
			CircuitStep step, MadeSignature signature, boolean own, Reason refusal, boolean wayFixed) {

		public boolean signs() {
			return this.own && this.refusal == null;
		}

	}

	/** In the order of the text. */
	public List<Signatory> of(Actor actor, Agreement agreement) {
		List<CircuitStep> steps = this.circuit.of(agreement.id());
		List<MadeSignature> made = this.documents.alive(agreement.id())
			.map((document) -> this.signatures.of(document.id()))
			.orElse(List.of());
		Map<UUID, Party> known = this.parties
			.withIds(agreement.parties().stream().map(AgreementParty::partyId).toList());
		LocalDate today = this.agreements.today();
		boolean keeps = this.agreements.keeps(actor);
		return agreement.parties().stream().map((side) -> {
			CircuitStep step = SigningTurns.step(steps, side.partyId());
			MadeSignature signature = made.stream()
				.filter((one) -> one.partyId().equals(side.partyId()))
				.findFirst()
				.orElse(null);
			List<Mandate> all = this.mandates.of(agreement.id(), side, today);
			boolean own = actor.parties().contains(side.partyId());
			return new Signatory(side, known.get(side.partyId()),
					(side.representationId() == null) ? null
							: this.representations.find(side.representationId()).orElse(null),
					all.stream().filter((mandate) -> mandate.delegationId() != null).toList(), step, signature,
					own || (keeps && side.way() != SigningWay.SIMPLE),
					this.turns.refusal(agreement, side, step, side.way()), !keeps || signature != null);
		}).toList();
	}

	/**
	 * A side that is to sign that way now.
	 * @throws NotFoundException when the actor neither keeps agreements nor speaks for it
	 * @throws RefusedException when it cannot sign that way now
	 */
	public Signatory forSigning(Actor actor, UUID agreementId, UUID partyId, SigningWay way) {
		SigningTurns.Turn turn = this.turns.read(actor, agreementId, partyId, way);
		return of(actor, turn.agreement()).stream()
			.filter((one) -> one.side().partyId().equals(partyId))
			.findFirst()
			.orElseThrow();
	}

	/**
	 * Another way for a side, until it has signed.
	 * @throws NotFoundException for anybody but coordinators and administrators
	 * @throws RefusedException when it has signed, or has not acceded to the simple way
	 */
	@Transactional
	public void change(Actor actor, UUID agreementId, UUID partyId, SigningWay way) {
		Agreement agreement = this.agreements.forKeeping(actor, agreementId);
		AgreementParty side = agreement.side(partyId).orElseThrow(() -> new NotFoundException("side " + partyId));
		TypedText.required(way, "way", "agreements.signatory.way.missing");
		AgreementState state = this.agreements.state(agreementId);
		CircuitStep step = SigningTurns.step(this.circuit.of(agreementId), partyId);
		if (!(state.isBeingWritten() || state.isBeingSigned())
				|| (step != null && step.decision() == StepDecision.SIGNED)) {
			throw new RefusedException("way", "agreements.signature.already");
		}
		if (way == SigningWay.SIMPLE && !this.accessions.covers(partyId, this.agreements.today())) {
			throw new RefusedException("way", "agreements.freezing.accession", this.parties.get(partyId).shortName());
		}
		if (side.way() != way) {
			agreement.meet(agreement.parties()
				.stream()
				.map((one) -> one.partyId().equals(partyId) ? AgreementParty.of(one.side(), one.roleName(), one.kind(),
						partyId, one.representationId(), way) : one)
				.toList());
			this.repository.saveAndFlush(agreement);
			this.trail.record(actor, agreementId, agreement.name(), "agreements.signatory.way-changed",
					Map.of("party", partyId.toString(), "before", side.way().name(), "after", way.name()));
		}
	}

}
