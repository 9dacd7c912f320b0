package ru.sosedi.demo;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;
import ru.sosedi.accounts.AccountService;
import ru.sosedi.accounts.Actor;
import ru.sosedi.agreements.Agreement;
import ru.sosedi.agreements.AgreementFields;
import ru.sosedi.agreements.AgreementKind;
import ru.sosedi.agreements.AgreementParty;
import ru.sosedi.agreements.AgreementTemplates;
import ru.sosedi.agreements.AgreementTerms;
import ru.sosedi.agreements.AgreementText;
import ru.sosedi.agreements.Agreements;
import ru.sosedi.agreements.Cadence;
import ru.sosedi.agreements.Circuit;
import ru.sosedi.agreements.CircuitDecisions;
import ru.sosedi.agreements.CircuitStep;
import ru.sosedi.agreements.CommitmentDetails;
import ru.sosedi.agreements.CommitmentKind;
import ru.sosedi.agreements.CommitmentWriting;
import ru.sosedi.agreements.Drafts;
import ru.sosedi.agreements.Endings;
import ru.sosedi.agreements.Freezing;
import ru.sosedi.agreements.Negotiation;
import ru.sosedi.agreements.NewAgreement;
import ru.sosedi.agreements.PaperSigning;
import ru.sosedi.agreements.Prolongation;
import ru.sosedi.agreements.Remarks;
import ru.sosedi.agreements.SampleTemplates;
import ru.sosedi.agreements.UploadedFile;
import ru.sosedi.agreements.Versions;
import ru.sosedi.demo.DemoFile.AgreementEntry;
import ru.sosedi.demo.DemoFile.CommitmentEntry;
import ru.sosedi.network.Centres;
import ru.sosedi.network.NeighbourhoodCentre;
import ru.sosedi.partners.NgoService;
import ru.sosedi.partners.PartyKind;
import ru.sosedi.shared.Email;

/**
 * Agreements of the invented city at every stage of their life, brought there by the same
 * acts as real ones. The signed ones are signed today, on paper.
 */
@Component
@Conditional(DemoWanted.class)
class DemoAgreements {

	private static final Email LAWYER = Email.of("lawyer@zarechensk.example");

	private final SampleTemplates samples;

	private final AgreementTemplates templates;

	private final Agreements agreements;

	private final Drafts drafts;

	private final AgreementFields fields;

	private final Versions versions;

	private final CommitmentWriting commitments;

	private final Negotiation negotiation;

	private final Remarks remarks;

	private final Circuit circuit;

	private final CircuitDecisions decisions;

	private final Freezing freezing;

	private final PaperSigning paper;

	private final Endings endings;

	private final NgoService ngos;

	private final Centres centres;

	private final AccountService accounts;

	private final DemoPapers papers;

	DemoAgreements(SampleTemplates samples, AgreementTemplates templates, Agreements agreements, Drafts drafts,
			AgreementFields fields, Versions versions, CommitmentWriting commitments, Negotiation negotiation,
			Remarks remarks, Circuit circuit, CircuitDecisions decisions, Freezing freezing, PaperSigning paper,
			Endings endings, NgoService ngos, Centres centres, AccountService accounts, DemoPapers papers) {
		this.samples = samples;
		this.templates = templates;
		this.agreements = agreements;
		this.drafts = drafts;
		this.fields = fields;
		this.versions = versions;
		this.commitments = commitments;
		this.negotiation = negotiation;
		this.remarks = remarks;
		this.circuit = circuit;
		this.decisions = decisions;
		this.freezing = freezing;
		this.paper = paper;
		this.endings = endings;
		this.ngos = ngos;
		this.centres = centres;
		this.accounts = accounts;
		this.papers = papers;
	}

	/**
	 * Not within a transaction: what is signed is kept act by act.
	 * @param libraries by their number
	 */
	void fill(Actor actor, UUID librarySystemId, Map<Integer, UUID> libraries) {
		this.samples.install(actor);
		DemoFile.agreements().forEach((entry) -> fill(actor, entry, librarySystemId, libraries));
	}

	private void fill(Actor actor, AgreementEntry entry, UUID system, Map<Integer, UUID> libraries) {
		UUID ngo = this.ngos.named(actor, entry.ngo());
		UUID id = draft(actor, entry, ngo, system, libraries);
		if (entry.stage().equals("DRAFT")) {
			return;
		}
		this.negotiation.send(actor, id, ngo, "");
		if (entry.remark() != null) {
			this.remarks.add(actor, id, clause(id, "3.1"), entry.remark());
		}
		if (entry.stage().equals("SENT")) {
			return;
		}
		sign(actor, entry, id);
	}

	private UUID draft(Actor actor, AgreementEntry entry, UUID ngo, UUID system, Map<Integer, UUID> libraries) {
		AgreementKind kind = AgreementKind.valueOf(entry.kind());
		UUID template = this.templates.all()
			.stream()
			.filter((row) -> row.kind() == kind)
			.findFirst()
			.orElseThrow()
			.id();
		Set<UUID> places = entry.libraries()
			.stream()
			.flatMap((number) -> this.centres.ofLibrary(libraries.get(number)).stream())
			.map(NeighbourhoodCentre::id)
			.collect(Collectors.toSet());
		boolean goesOn = entry.prolongationMonths() != null;
		AgreementTerms terms = new AgreementTerms(this.papers.place(), this.agreements.today(),
				this.agreements.today().plusDays(entry.days()), goesOn ? Prolongation.AUTOMATIC : Prolongation.NONE,
				entry.prolongationMonths(), AgreementTerms.USUAL_NOTICE, entry.allCentres(), places, null);
		Agreement agreement = this.drafts.create(actor,
				new NewAgreement(template, null, entry.title(), List.of(system, ngo), terms));
		this.fields.fill(actor, agreement.id(), entry.fields(), Map.of());
		for (CommitmentEntry one : entry.commitments()) {
			boolean byNgo = one.by().equals("NGO");
			this.commitments.add(actor, agreement.id(), clause(agreement.id(), one.clause()), new CommitmentDetails(
					byNgo ? ngo : system, byNgo ? system : ngo, CommitmentKind.valueOf(one.kind()), one.what(),
					BigDecimal.valueOf(one.amount()), Cadence.valueOf(one.cadence()),
					(one.dueInDays() == null) ? null : this.agreements.today().plusDays(one.dueInDays()), Set.of()));
		}
		return agreement.id();
	}

	private UUID clause(UUID agreementId, String number) {
		UUID version = this.versions.open(agreementId)
			.or(() -> this.versions.lastClosed(agreementId))
			.orElseThrow()
			.id();
		return AgreementText.of(this.versions.clauses(version), Map.of())
			.clauses()
			.stream()
			.filter((clause) -> clause.number().equals(number))
			.findFirst()
			.orElseThrow()
			.clause()
			.key();
	}

	private void sign(Actor actor, AgreementEntry entry, UUID id) {
		List<AgreementParty> sides = this.agreements.forReading(actor, id).parties();
		sides.forEach((side) -> this.negotiation.recordConsent(actor, id, side.partyId(), this.papers.consent()));
		Actor lawyer = this.accounts.byId(this.accounts.idOf(LAWYER).orElseThrow()).actor();
		this.circuit.begin(actor, id,
				this.circuit.planned(this.agreements.forReading(actor, id))
					.stream()
					.filter(Circuit.Planned::isVisa)
					.collect(Collectors.toMap(Circuit.Planned::position, (_) -> lawyer.accountId())));
		for (CircuitStep step : this.circuit.of(id)) {
			if (step.isVisa()) {
				this.decisions.approve(lawyer, id, step.id());
			}
		}
		this.freezing.freeze(actor, id);
		for (AgreementParty side : sides) {
			if (side.kind() == PartyKind.NGO || entry.stage().equals("SIGNED")) {
				this.paper.register(
						actor, id, side.partyId(), new PaperSigning.Details(side.representationId(),
								this.agreements.today(), this.papers.keeper(), null),
						new UploadedFile("scan.pdf", this.papers.scan().length, this.papers.scan()));
			}
		}
		if (entry.published()) {
			this.endings.publish(actor, id);
		}
	}

}
