package ru.sosedi.agreements;

import java.util.ArrayList;
import java.util.List;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.accounts.Actor;

/**
 * What a person can do now with an agreement whose text is written, and why not what she
 * cannot do yet: the same conditions that the acts themselves ask.
 */
@Service
@Transactional(readOnly = true)
public class PossibleActs {

	private final Agreements agreements;

	private final Circuit circuit;

	private final Freezing freezing;

	private final Endings endings;

	private final Signatures signatures;

	PossibleActs(Agreements agreements, Circuit circuit, Freezing freezing, Endings endings, Signatures signatures) {
		this.agreements = agreements;
		this.circuit = circuit;
		this.freezing = freezing;
		this.endings = endings;
		this.signatures = signatures;
	}

	/**
	 * One act.
	 *
	 * @param name also the end of its message key {@code agreements.act.}
	 * @param address its page below the agreement's; {@code null} when it is only a
	 * button
	 * @param refusals why it cannot be done now; empty when it can
	 */
	public record Act(String name, String address, List<Reason> refusals) {

		public boolean possible() {
			return this.refusals.isEmpty();
		}

		public String messageKey() {
			return "agreements.act." + this.name;
		}

	}

	/** In the order of an agreement's life; only those that can come next. */
	public List<Act> of(Actor actor, Agreement agreement) {
		List<Act> acts = new ArrayList<>();
		AgreementStanding standing = this.agreements.standing(agreement.id());
		AgreementState state = standing.stateOn(this.agreements.today());
		if (this.agreements.keeps(actor)) {
			keeper(agreement, standing, state, acts);
		}
		boolean own = agreement.parties().stream().anyMatch((side) -> actor.parties().contains(side.partyId()));
		if ((own || this.agreements.keeps(actor)) && standing.isSigned() && state != AgreementState.ARCHIVED
				&& agreement.terms().prolongation() == Prolongation.AUTOMATIC) {
			acts.add(act("notice", "/notice", this.endings.whyNoNotice(agreement)));
		}
		if (this.signatures.mayHaveFiles(actor, agreement)) {
			acts.add(act("export", "/export.zip", null));
		}
		return acts;
	}

	private void keeper(Agreement agreement, AgreementStanding standing, AgreementState state, List<Act> acts) {
		if (state.isBeingWritten() && !standing.inCircuit()) {
			acts.add(new Act("circuit", null, this.circuit.obstacles(agreement.id())));
		}
		if (state.isBeingWritten() && standing.inCircuit()) {
			acts.add(new Act("freezing", "/freezing", this.freezing.obstacles(agreement)));
		}
		if (state.isBeingWritten() || state.isBeingSigned() || state == AgreementState.EXPIRED
				|| state == AgreementState.TERMINATED) {
			acts.add(act("archival", "/archival", AgreementTransitions.ARCHIVAL.refusal(state)));
		}
		if (standing.isSigned() && state != AgreementState.ARCHIVED) {
			acts.add(act((agreement.publishedAt() == null) ? "publication" : "publication-removal", null, null));
			acts.add(act("termination", "/termination", (standing.terminatedLastDay() != null)
					? Reason.of("agreements.termination.twice") : AgreementTransitions.TERMINATION.refusal(state)));
		}
	}

	private static Act act(String name, String address, Reason refusal) {
		return new Act(name, address, (refusal == null) ? List.of() : List.of(refusal));
	}

}
