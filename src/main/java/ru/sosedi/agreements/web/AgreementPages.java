package ru.sosedi.agreements.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import ru.sosedi.accounts.Actor;
import ru.sosedi.agreements.Agreement;
import ru.sosedi.agreements.AgreementBoard;
import ru.sosedi.agreements.AgreementParty;
import ru.sosedi.agreements.AgreementReading;
import ru.sosedi.agreements.AgreementStanding;
import ru.sosedi.agreements.AgreementState;
import ru.sosedi.agreements.Agreements;
import ru.sosedi.agreements.Commitment;
import ru.sosedi.agreements.Commitments;
import ru.sosedi.agreements.Drafts;
import ru.sosedi.agreements.Negotiation;
import ru.sosedi.agreements.Remark;
import ru.sosedi.agreements.Remarks;
import ru.sosedi.partners.Parties;
import ru.sosedi.partners.Party;
import ru.sosedi.partners.PartyKind;
import ru.sosedi.partners.Representations;
import ru.sosedi.partners.Representative;

/** What the page of an agreement shows to one person. */
@Component
class AgreementPages {

	private final Agreements agreements;

	private final AgreementReading reading;

	private final AgreementBoard board;

	private final Commitments commitments;

	private final Remarks remarks;

	private final Negotiation negotiation;

	private final Drafts drafts;

	private final Parties parties;

	private final Representations representations;

	AgreementPages(Agreements agreements, AgreementReading reading, AgreementBoard board, Commitments commitments,
			Remarks remarks, Negotiation negotiation, Drafts drafts, Parties parties, Representations representations) {
		this.agreements = agreements;
		this.reading = reading;
		this.board = board;
		this.commitments = commitments;
		this.remarks = remarks;
		this.negotiation = negotiation;
		this.drafts = drafts;
		this.parties = parties;
		this.representations = representations;
	}

	/**
	 * A side as people know it.
	 *
	 * @param signer {@code null} until chosen
	 * @param missing message keys of what its card lacks
	 */
	record SideLine(AgreementParty side, Party party, Representative signer, boolean agreed, boolean mine,
			List<String> missing) {

		/** Where the card of the party is kept. */
		String card() {
			return (this.party.kind() == PartyKind.NGO) ? "/desk/partners/" + this.party.id()
					: "/admin/network/systems/" + this.party.id();
		}

	}

	String show(Actor actor, UUID id, Model model) {
		Agreement agreement = this.agreements.forReading(actor, id);
		AgreementStanding standing = this.agreements.standing(id);
		AgreementState state = standing.stateOn(this.agreements.today());
		AgreementReading.Page text = this.reading.of(actor, agreement, standing);
		head(actor, agreement, model);
		model.addAttribute("standing", standing);
		model.addAttribute("state", state);
		model.addAttribute("line", this.board.line(actor, id));
		model.addAttribute("text", text);
		model.addAttribute("centres", this.reading.centres(agreement));
		model.addAttribute("family", this.reading.family(actor, agreement));
		model.addAttribute("promised", byClause(this.commitments.of(id), Commitment::clauseKey));
		List<Remark> said = this.remarks.of(id);
		model.addAttribute("said", byClause(said, Remark::clauseKey));
		model.addAttribute("strays", said.stream().filter((one) -> !text.keys().contains(one.clauseKey())).toList());
		model.addAttribute("mayResolve",
				said.stream().filter((one) -> this.remarks.mayResolve(actor, one)).map(Remark::id).toList());
		acts(actor, agreement, standing, model);
		return "agreements/agreement/show";
	}

	/** The writing desk of the text. */
	String text(Actor actor, UUID id, Model model) {
		Agreement agreement = this.agreements.forReading(actor, id);
		AgreementStanding standing = this.agreements.standing(id);
		head(actor, agreement, model);
		model.addAttribute("refusal", this.drafts.whyNotWritten(actor, agreement, standing));
		model.addAttribute("text", this.reading.of(actor, agreement, standing));
		model.addAttribute("promised", byClause(this.commitments.of(id), Commitment::clauseKey));
		return "agreements/text/show";
	}

	/** The agreement, its sides, and whether the actor keeps it. */
	void head(Actor actor, Agreement agreement, Model model) {
		List<UUID> agreed = this.negotiation.consenting(agreement.id());
		Map<UUID, Party> known = this.parties
			.withIds(agreement.parties().stream().map(AgreementParty::partyId).toList());
		List<SideLine> sides = agreement.parties()
			.stream()
			.map((side) -> new SideLine(side, known.get(side.partyId()),
					(side.representationId() == null) ? null
							: this.representations.find(side.representationId()).orElse(null),
					agreed.contains(side.partyId()), actor.leads(side.partyId()) || actor.signsFor(side.partyId()),
					this.parties.missing(known.get(side.partyId()))))
			.toList();
		model.addAttribute("agreement", agreement);
		model.addAttribute("sides", sides);
		model.addAttribute("names", sides.stream()
			.collect(Collectors.toMap((side) -> side.party().id(), (side) -> side.side().roleName())));
		model.addAttribute("keeps", this.agreements.keeps(actor));
	}

	private void acts(Actor actor, Agreement agreement, AgreementStanding standing, Model model) {
		boolean beingWritten = !standing.isSigned() && standing.archivedAt() == null;
		boolean keeps = this.agreements.keeps(actor);
		boolean side = agreement.parties()
			.stream()
			.anyMatch((one) -> actor.leads(one.partyId()) || actor.signsFor(one.partyId()));
		model.addAttribute("writeRefusal",
				(keeps || side) ? this.drafts.whyNotWritten(actor, agreement, standing) : null);
		model.addAttribute("involved", keeps || side);
		model.addAttribute("beingWritten", beingWritten);
		model.addAttribute("maySpeak",
				beingWritten && this.remarks.maySpeak(actor, agreement) && !standing.inCircuit());
		model.addAttribute("beginRefusals",
				(beingWritten && !standing.inCircuit()) ? this.negotiation.mayBegin(agreement.id()) : List.of());
		agreement.parties()
			.stream()
			.filter((one) -> actor.leads(one.partyId()) || actor.signsFor(one.partyId()))
			.findFirst()
			.ifPresent((mine) -> {
				model.addAttribute("mine", mine);
				model.addAttribute("consentRefusal",
						beingWritten ? this.negotiation.whyNoConsent(agreement, standing, mine.partyId()) : null);
			});
		model.addAttribute("amendRefusal",
				(keeps && !agreement.kind().belongsToAnother()) ? this.drafts.whyNotAmended(agreement) : null);
	}

	private static <T> Map<UUID, List<T>> byClause(List<T> all, Function<T, UUID> key) {
		return all.stream().collect(Collectors.groupingBy(key));
	}

}
