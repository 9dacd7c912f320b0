package ru.sosedi.programme;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import ru.sosedi.agreements.Commitment;
import ru.sosedi.agreements.CommitmentKind;

/**
 * How an event with partners fits the agreements with them.
 *
 * @param partners in their order
 * @param choices what it may count towards
 * @param saved whether somebody chose; else the unambiguous ones are chosen
 */
public record AgreementFit(AgreementRule rule, List<PartnerCover> partners, List<Choice> choices, boolean saved) {

	/** A commitment that the event may count towards. */
	public record Choice(Commitment commitment, String number, boolean chosen) {

		public UUID id() {
			return this.commitment.id();
		}

	}

	/** The partner for whose sake the event cannot be published; empty when it can. */
	public Optional<PartnerCover> blocking() {
		return (this.rule == AgreementRule.BLOCK)
				? this.partners.stream().filter((partner) -> !partner.isComplete()).findFirst() : Optional.empty();
	}

	/** Whether something about agreements is worth saying. */
	public boolean isTold() {
		return !this.partners.isEmpty() && (this.rule != AgreementRule.OFF || hasCovers());
	}

	private boolean hasCovers() {
		return this.partners.stream().anyMatch((partner) -> !partner.covers().isEmpty());
	}

	Set<UUID> chosen() {
		return this.choices.stream().filter(Choice::chosen).map(Choice::id).collect(Collectors.toSet());
	}

	/**
	 * The commitments that an event fits and no other of their kind: of events the only
	 * one, of hours in rooms the only one when it is held in a room.
	 */
	static Set<UUID> unambiguous(List<Commitment> commitments, boolean inRoom) {
		return commitments.stream()
			.filter((one) -> one.kind() == CommitmentKind.EVENTS || inRoom)
			.collect(Collectors.groupingBy(Commitment::kind))
			.values()
			.stream()
			.filter((ofKind) -> ofKind.size() == 1)
			.map((ofKind) -> ofKind.getFirst().id())
			.collect(Collectors.toSet());
	}

}
