package ru.sosedi.agreements;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.sosedi.accounts.Actor;
import ru.sosedi.shared.Ids;
import ru.sosedi.shared.NetworkAddress;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.RefusedException;

/**
 * What all ways of signing have in common: whose turn it is, and how a signature becomes
 * a row, a decided step and a line of the trail.
 */
@Component
class SigningTurns {

	private final JdbcClient jdbc;

	private final Agreements agreements;

	private final Circuit circuit;

	private final FrozenDocuments documents;

	private final VerdictText verdicts;

	private final AgreementTrail trail;

	private final NetworkAddress networkAddress;

	private final Clock clock;

	SigningTurns(JdbcClient jdbc, Agreements agreements, Circuit circuit, FrozenDocuments documents,
			VerdictText verdicts, AgreementTrail trail, NetworkAddress networkAddress, Clock clock) {
		this.jdbc = jdbc;
		this.agreements = agreements;
		this.circuit = circuit;
		this.documents = documents;
		this.verdicts = verdicts;
		this.trail = trail;
		this.networkAddress = networkAddress;
		this.clock = clock;
	}

	/** A side that may sign now. */
	record Turn(Agreement agreement, AgreementParty side, FrozenDocument document, CircuitStep step) {

	}

	/**
	 * The side's turn to sign that way, the agreement's row locked.
	 * @throws NotFoundException when the actor neither keeps agreements nor speaks for
	 * that side
	 * @throws RefusedException when it has signed, or cannot yet, or not that way
	 */
	Turn locked(Actor actor, UUID agreementId, UUID partyId, SigningWay way) {
		return turn(actor, this.agreements.forActing(actor, agreementId), partyId, way);
	}

	/** The same for reading. */
	Turn read(Actor actor, UUID agreementId, UUID partyId, SigningWay way) {
		return turn(actor, this.agreements.forReading(actor, agreementId), partyId, way);
	}

	private Turn turn(Actor actor, Agreement agreement, UUID partyId, SigningWay way) {
		AgreementParty side = (partyId == null) ? null : agreement.side(partyId).orElse(null);
		if (side == null || !(this.agreements.keeps(actor) || actor.parties().contains(partyId))) {
			throw new NotFoundException("side " + partyId + " for " + actor.accountId());
		}
		CircuitStep step = step(this.circuit.of(agreement.id()), partyId);
		Reason refusal = refusal(agreement, side, step, way);
		if (refusal != null) {
			throw new RefusedException(null, refusal.messageKey(), refusal.arguments().toArray());
		}
		return new Turn(agreement, side, this.documents.alive(agreement.id()).orElseThrow(), step);
	}

	static CircuitStep step(List<CircuitStep> steps, UUID partyId) {
		return steps.stream().filter((step) -> partyId.equals(step.partyId())).findFirst().orElse(null);
	}

	/** Why that side cannot sign that way now; {@code null} when it can. */
	Reason refusal(Agreement agreement, AgreementParty side, CircuitStep step, SigningWay way) {
		if (step != null && step.decision() == StepDecision.SIGNED) {
			return Reason.of("agreements.signature.already");
		}
		AgreementStanding standing = this.agreements.standing(agreement.id());
		Reason state = AgreementTransitions.SIGNATURE.refusal(standing.stateOn(this.agreements.today()));
		if (state != null) {
			return state;
		}
		if (step == null || !step.isOpen()) {
			return Reason.of("agreements.signature.not-yet");
		}
		if (side.way() != way) {
			return Reason.of("agreements.signature.other-way");
		}
		boolean over = standing.lastDay() != null && standing.lastDay().isBefore(this.agreements.today());
		return over ? Reason.of("agreements.signature.over") : null;
	}

	/**
	 * Writes the signature down and asks the next ones, within the transaction that holds
	 * the turn.
	 */
	void sign(Actor actor, Turn turn, SignatureFacts facts) {
		UUID id = Ids.next();
		try {
			insert(id, actor, turn, facts);
		}
		catch (DuplicateKeyException twice) {
			throw new RefusedException(null, "agreements.signature.already");
		}
		this.circuit.decide(actor, turn.step(), StepDecision.SIGNED, null);
		Map<String, String> told = new TreeMap<>();
		told.put("signature", id.toString());
		told.put("party", turn.side().partyId().toString());
		told.put("way", facts.way().name());
		told.put("signer", facts.signerName());
		told.put("authority", facts.authority());
		told.put("signedOn", facts.signedOn().toString());
		told.put("sha256", turn.document().sha256());
		if (facts.verdict() != null) {
			told.put("certificate", facts.verdict().certificate().sha256());
		}
		this.trail.record(actor, turn.agreement().id(), turn.agreement().name(), "agreements.signature.made", told);
		this.circuit.openNext(turn.agreement(), true);
	}

	private void insert(UUID id, Actor actor, Turn turn, SignatureFacts facts) {
		boolean detached = facts.way() == SigningWay.DETACHED;
		boolean paper = facts.way() == SigningWay.PAPER;
		this.jdbc
			.sql("""
					insert into signature (id, document_id, step_id, party_id, way, signer_name, signer_post, authority,
						signed_on, recorded_at, recorded_by, recorded_by_name, network_address, sha256, read_to_end_at, cms,
						certificate, verdict, power_of_attorney, power_of_attorney_name, scan, scan_type, original_keeper,
						original_place)
					values (:id, :document, :step, :party, :way, :name, :post, :authority, :day, :now, :by, :byName, :address,
						:sha256, :read, :cms, :certificate, cast(:verdict as jsonb), :power, :powerName, :scan, :scanType,
						:keeper, :place)
					""")
			.param("id", id)
			.param("document", turn.document().id())
			.param("step", turn.step().id())
			.param("party", turn.side().partyId())
			.param("way", facts.way().name())
			.param("name", facts.signerName())
			.param("post", facts.signerPost())
			.param("authority", facts.authority())
			.param("day", facts.signedOn())
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("by", actor.accountId())
			.param("byName", actor.name())
			.param("address", this.networkAddress.current())
			.param("sha256", turn.document().sha256())
			.param("read", (facts.readToEndAt() == null) ? null : facts.readToEndAt().atOffset(ZoneOffset.UTC))
			.param("cms", detached ? facts.verdict().der() : null)
			.param("certificate", detached ? facts.verdict().certificate().encoded() : null)
			.param("verdict", detached ? this.verdicts.write(facts.verdict()) : null)
			.param("power", (facts.power() == null) ? null : facts.power().content())
			.param("powerName", (facts.power() == null) ? null : facts.power().name())
			.param("scan", paper ? facts.paper().scan().content() : null)
			.param("scanType", paper ? facts.paper().scan().kind() : null)
			.param("keeper", paper ? facts.paper().keeper() : null)
			.param("place", paper ? facts.paper().place() : null)
			.update();
	}

}
