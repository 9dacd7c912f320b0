package ru.sosedi.agreements;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import ru.sosedi.accounts.Actor;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.TypedText;

/** Visas given, and visas and signatures declined. Each try stands in the trail. */
@Service
public class CircuitDecisions {

	private static final int LONGEST_REASON = 1000;

	private final JdbcClient jdbc;

	private final Agreements agreements;

	private final Circuit circuit;

	private final Drafts drafts;

	private final AgreementTrail trail;

	private final SigningMails mails;

	private final Clock clock;

	CircuitDecisions(JdbcClient jdbc, Agreements agreements, Circuit circuit, Drafts drafts, AgreementTrail trail,
			SigningMails mails, Clock clock) {
		this.jdbc = jdbc;
		this.agreements = agreements;
		this.circuit = circuit;
		this.drafts = drafts;
		this.trail = trail;
		this.mails = mails;
		this.clock = clock;
	}

	/**
	 * Gives a visa. When the stage is complete the next one is asked.
	 * @throws NotFoundException when the agreement has no such step
	 * @throws RefusedException when another person is asked, or nobody is any more
	 */
	public void approve(Actor actor, UUID agreementId, UUID stepId) {
		this.trail.attempt(actor, agreementId, "agreements.visa.given", Map.of("step", stepId.toString()), () -> {
			Agreement agreement = this.agreements.forActing(actor, agreementId);
			CircuitStep step = asked(actor, agreement, stepId);
			if (!step.isVisa()) {
				throw new RefusedException(null, "agreements.visa.is-signature");
			}
			AgreementTransitions.VISA.require(this.agreements.state(agreementId));
			this.circuit.decide(actor, step, StepDecision.APPROVED, null);
			this.trail.record(actor, agreementId, agreement.name(), "agreements.visa.given",
					Map.of("step", stepId.toString(), "title", step.title()));
			this.circuit.openNext(agreement, false);
			return null;
		});
	}

	/**
	 * Declines a visa or a signature: the text goes back to the coordinator with the
	 * reason, the circuit is given up, and a frozen document is put aside with what was
	 * signed on it.
	 * @throws RefusedException without a reason, when another person is asked, or nobody
	 * is any more
	 */
	public void decline(Actor actor, UUID agreementId, UUID stepId, String reason) {
		this.trail.attempt(actor, agreementId, "agreements.step.declined", Map.of("step", stepId.toString()), () -> {
			Agreement agreement = this.agreements.forActing(actor, agreementId);
			CircuitStep step = asked(actor, agreement, stepId);
			String words = TypedText.noLonger(
					TypedText.required(reason, "reason", "agreements.circuit.decline.reason.missing"), LONGEST_REASON,
					"reason");
			AgreementTransitions.DECLINE.require(this.agreements.state(agreementId));
			this.circuit.decide(actor, step, StepDecision.DECLINED, words);
			this.circuit.cancel(agreementId);
			supersede(agreementId, words);
			this.trail.record(actor, agreementId, agreement.name(), "agreements.step.declined",
					Map.of("step", stepId.toString(), "title", step.title(), "reason", words));
			this.drafts.reopen(actor, agreement, words);
			this.mails.declined(agreement, actor.name(), words);
			return null;
		});
	}

	private CircuitStep asked(Actor actor, Agreement agreement, UUID stepId) {
		CircuitStep step = this.circuit.of(agreement.id())
			.stream()
			.filter((one) -> one.id().equals(stepId))
			.findFirst()
			.orElseThrow(() -> new NotFoundException("step " + stepId));
		if (!isAsked(actor, step)) {
			throw new RefusedException(null, "agreements.circuit.not-asked", step.waitedFor());
		}
		if (step.decision() != null) {
			throw new RefusedException(null, "agreements.circuit.decided", step.decidedByName());
		}
		if (!step.isOpen()) {
			throw new RefusedException(null, "agreements.circuit.not-yet.step");
		}
		return step;
	}

	/**
	 * Whether it is this person's to decide: of a visa the assigned one's alone, of a
	 * signature the side's people's, or the coordinator's who was told on paper.
	 */
	public boolean isAsked(Actor actor, CircuitStep step) {
		if (step.isVisa()) {
			return step.accountId().equals(actor.accountId());
		}
		return this.agreements.keeps(actor) || actor.parties().contains(step.partyId());
	}

	private void supersede(UUID agreementId, String reason) {
		this.jdbc.sql("""
				update frozen_document set superseded_at = :now, superseded_reason = :reason
				where agreement_id = :id and superseded_at is null
				""")
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("reason", reason)
			.param("id", agreementId)
			.update();
	}

}
