package ru.sosedi.world;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import ru.sosedi.accounts.Actor;
import ru.sosedi.agreements.Agreement;
import ru.sosedi.agreements.AgreementKind;
import ru.sosedi.agreements.AgreementParty;
import ru.sosedi.agreements.AgreementTemplates;
import ru.sosedi.agreements.AgreementTerms;
import ru.sosedi.agreements.Agreements;
import ru.sosedi.agreements.Cadence;
import ru.sosedi.agreements.Clause;
import ru.sosedi.agreements.ClausePart;
import ru.sosedi.agreements.ClauseWords;
import ru.sosedi.agreements.CommitmentDetails;
import ru.sosedi.agreements.CommitmentKind;
import ru.sosedi.agreements.CommitmentWriting;
import ru.sosedi.agreements.Drafts;
import ru.sosedi.agreements.FieldType;
import ru.sosedi.agreements.Negotiation;
import ru.sosedi.agreements.NewAgreement;
import ru.sosedi.agreements.Prolongation;
import ru.sosedi.agreements.StepKind;
import ru.sosedi.agreements.TemplateDetails;
import ru.sosedi.agreements.Versions;
import ru.sosedi.partners.PartyKind;
import ru.sosedi.shared.Ids;

/**
 * Agreements of Zarechensk between a new NGO and the library system, in real rows: each
 * call makes a new one. The NGO has a leader, both sides have somebody with authority and
 * the recorded consent to the simple signature.
 */
@Component
public class AgreementsWorld {

	/** What the clauses of every agreement made here say, in their order. */
	public static final List<ClauseWords> CLAUSES = List.of(new ClauseWords(ClausePart.RECITAL, "",
			"{{side1.fullName}}, именуемое в дальнейшем «{{side1.roleName}}», и {{side2.fullName}}, именуемое в "
					+ "дальнейшем «{{side2.roleName}}», заключили соглашение."),
			new ClauseWords(ClausePart.SECTION, "Предмет", ""),
			new ClauseWords(ClausePart.CLAUSE, "", "Стороны вместе ведут соседский центр: {{centres}}."),
			new ClauseWords(ClausePart.SECTION, "Обязанности", ""),
			new ClauseWords(ClausePart.CLAUSE, "", "НКО проводит мастер-классы для соседей."),
			new ClauseWords(ClausePart.CLAUSE, "", "Библиотека даёт зал. Ответственный: {{contact}}."));

	private static final AtomicInteger NUMBERS = new AtomicInteger();

	private final PartnersWorld partners;

	private final NetworkWorld network;

	private final AccountsWorld accounts;

	private final AgreementTemplates templates;

	private final Drafts drafts;

	private final Negotiation negotiation;

	private final CommitmentWriting commitments;

	private final Versions versions;

	private final Agreements agreements;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final Clock clock;

	AgreementsWorld(PartnersWorld partners, NetworkWorld network, AccountsWorld accounts, AgreementTemplates templates,
			Drafts drafts, Negotiation negotiation, CommitmentWriting commitments, Versions versions,
			Agreements agreements, JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
		this.partners = partners;
		this.network = network;
		this.accounts = accounts;
		this.templates = templates;
		this.drafts = drafts;
		this.negotiation = negotiation;
		this.commitments = commitments;
		this.versions = versions;
		this.agreements = agreements;
		this.jdbc = jdbc;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	/**
	 * An agreement with the people around it.
	 *
	 * @param ngo side 1; side 2 is the library system of Zarechensk
	 * @param director signs for the library system
	 * @param clauseKeys of {@link #CLAUSES}, in their order
	 */
	public record Case(UUID id, UUID ngo, UUID system, UUID centre, UUID library, Actor coordinator, Actor leader,
			Actor director, List<UUID> clauseKeys) {

	}

	/**
	 * A draft that only coordinators see: PARTNERSHIP at the centre of Zarechensk, one
	 * year from today.
	 */
	public Case draft() {
		return draft(template(AgreementKind.PARTNERSHIP));
	}

	/**
	 * The same from a template of one's own with an NGO and a library system as sides.
	 */
	public Case draft(UUID template) {
		LocalDate today = this.agreements.today();
		return draft(template, new AgreementTerms("г. Зареченск", today, today.plusYears(1), Prolongation.NONE, null,
				AgreementTerms.USUAL_NOTICE, false, Set.of(this.network.zarechenskCentre().id()), null));
	}

	/** The same with terms of one's own. */
	public Case draft(UUID template, AgreementTerms terms) {
		int number = NUMBERS.incrementAndGet();
		UUID ngo = this.partners.ngo("Добрые соседи " + number).id();
		UUID system = this.partners.librarySystem().id();
		Actor coordinator = this.accounts.coordinator();
		Actor leader = this.accounts.ngoLeader(ngo);
		Actor director = this.accounts.signatory(system);
		this.partners.representative(ngo, leader.accountId());
		this.partners.representative(system, director.accountId());
		this.partners.accession(ngo);
		this.partners.accession(system);
		Agreement agreement = this.drafts.create(coordinator,
				new NewAgreement(template, null, "Соглашение о соседстве " + number, List.of(ngo, system), terms));
		UUID version = this.versions.open(agreement.id()).orElseThrow().id();
		return new Case(agreement.id(), ngo, system, this.network.zarechenskCentre().id(),
				this.network.zarechenskCentre().library().id(), coordinator, leader, director,
				this.versions.clauses(version).stream().map(Clause::key).toList());
	}

	/** Sent to the NGO, which holds the pen. */
	public Case sent() {
		Case one = draft();
		this.negotiation.send(one.coordinator(), one.id(), one.ngo(), "");
		return one;
	}

	/** Both sides have agreed with the text, the circuit may begin. */
	public Case agreed() {
		return agree(sent());
	}

	/** Gives the consents of both sides to the text that they have. */
	public Case agree(Case one) {
		this.negotiation.consent(one.leader(), one.id(), one.ngo());
		this.negotiation.consent(one.director(), one.id(), one.system());
		return one;
	}

	/**
	 * In force from today for a year, signed on paper by both sides, with two commitments
	 * of the NGO to the library system: 4 events a quarter and 12 consultations a year.
	 */
	public Case signed() {
		return signed(draft(), null);
	}

	/** The same with terms of one's own. */
	public Case signed(AgreementTerms terms) {
		return signed(draft(template(AgreementKind.PARTNERSHIP), terms), null);
	}

	/** Promises, at a clause, by the NGO to the library system. */
	public UUID promise(Case one, CommitmentKind kind, String what, String amount, Cadence cadence, LocalDate dueOn) {
		return this.commitments.add(one.coordinator(), one.id(), one.clauseKeys().get(4), new CommitmentDetails(
				one.ngo(), one.system(), kind, what, new BigDecimal(amount), cadence, dueOn, Set.of()));
	}

	/**
	 * A supplementary agreement to a signed one, a draft with the clauses of its
	 * template.
	 */
	public Case amendment(Case parent) {
		LocalDate today = this.agreements.today();
		Agreement agreement = this.drafts.create(parent.coordinator(),
				new NewAgreement(template(AgreementKind.AMENDMENT), parent.id(),
						"Дополнительное соглашение " + NUMBERS.incrementAndGet(), List.of(),
						new AgreementTerms("г. Зареченск", today, null, Prolongation.NONE, null,
								AgreementTerms.USUAL_NOTICE, false, Set.of(), null)));
		UUID version = this.versions.open(agreement.id()).orElseThrow().id();
		return new Case(agreement.id(), parent.ngo(), parent.system(), parent.centre(), parent.library(),
				parent.coordinator(), parent.leader(), parent.director(),
				this.versions.clauses(version).stream().map(Clause::key).toList());
	}

	/**
	 * Makes a draft signed by both sides on paper, by rows: its open version is closed,
	 * its text frozen as bytes that are no PDF.
	 * @param signedOn {@code null} for today
	 */
	public Case signed(Case one, LocalDate signedOn) {
		LocalDate day = (signedOn == null) ? this.agreements.today() : signedOn;
		boolean promises = one.clauseKeys().size() == CLAUSES.size()
				&& this.jdbc.sql("select not exists (select from commitment where agreement_id = ?)")
					.param(one.id())
					.query(Boolean.class)
					.single();
		if (promises) {
			promise(one, CommitmentKind.EVENTS, "Мастер-классы для соседей", "4", Cadence.QUARTER, null);
			promise(one, CommitmentKind.CONSULTATIONS, "Консультации для соседей", "12", Cadence.YEAR, null);
		}
		this.transaction.executeWithoutResult((_) -> sign(one, day));
		return one;
	}

	private void sign(Case one, LocalDate day) {
		OffsetDateTime now = this.clock.instant().atOffset(ZoneOffset.UTC);
		Agreement agreement = this.agreements.forKeeping(one.coordinator(), one.id());
		this.jdbc.sql("update agreement_version set closed_at = ? where agreement_id = ? and closed_at is null")
			.params(now, one.id())
			.update();
		UUID version = this.versions.lastClosed(one.id()).orElseThrow().id();
		int number = NUMBERS.incrementAndGet();
		String text = "Т-" + number + "/" + day.getYear();
		this.jdbc
			.sql("""
					update agreement set number_scope = ?, number_ordinal = ?, number = ?, registered_on = ?, version = version + 1
					where id = ?
					""")
			.params("world", number, text, day, one.id())
			.update();
		UUID document = Ids.next();
		byte[] pdf = ("text " + one.id()).getBytes(StandardCharsets.UTF_8);
		this.jdbc.sql("""
				insert into frozen_document (id, agreement_id, version_id, code, pdf, sha256, streebog256, field_values,
					frozen_at, frozen_by_name)
				values (?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), ?, 'Test')
				""")
			.params(document, one.id(), version, code(one.id()), pdf, sha256(pdf),
					sha256(one.id().toString().getBytes()),
					"{\"number\": \"%s\", \"side1.roleName\": \"НКО\", \"side2.roleName\": \"Библиотека\"}"
						.formatted(text),
					now)
			.update();
		List<UUID> parties = new ArrayList<>(agreement.parties().stream().map(AgreementParty::partyId).toList());
		for (UUID party : parties) {
			UUID step = Ids.next();
			this.jdbc
				.sql("""
						insert into circuit_step (id, agreement_id, version_id, stage, kind, title, party_id, opened_at, decision,
							decided_at, decided_by_name)
						values (?, ?, ?, 1, 'SIGNATURE', 'Подпись', ?, ?, 'SIGNED', ?, 'Test')
						""")
				.params(step, one.id(), version, party, now, now)
				.update();
			this.jdbc
				.sql("""
						insert into signature (id, document_id, step_id, party_id, way, signer_name, signer_post, authority,
							signed_on, recorded_at, recorded_by_name, sha256, scan, scan_type, original_keeper, original_place)
						values (?, ?, ?, ?, 'PAPER', 'Ирина Сергеевна Добрая', 'Председатель', 'Устава', ?, ?, 'Test', ?, ?,
							'application/pdf', 'Координатор', 'Папка 1')
						""")
				.params(Ids.next(), document, step, party, day, now, sha256(pdf), pdf)
				.update();
		}
	}

	/** Ends a signed agreement: the day is its last. */
	public void terminate(Case one, LocalDate lastDay) {
		this.jdbc.sql("""
				insert into agreement_termination (agreement_id, last_day, noticed_on, reason, at, by_name)
				values (?, ?, ?, 'По соглашению сторон', ?, 'Test')
				""").params(one.id(), lastDay, lastDay, this.clock.instant().atOffset(ZoneOffset.UTC)).update();
	}

	/**
	 * A new template of that kind with an NGO and the library system as sides, a visa and
	 * both signatures.
	 */
	public UUID template(AgreementKind kind) {
		List<ClauseWords> clauses = (kind == AgreementKind.AMENDMENT)
				? List.of(new ClauseWords(ClausePart.RECITAL, "", "К соглашению № {{parent.number}}."),
						new ClauseWords(ClausePart.SECTION, "Изменения", ""))
				: CLAUSES;
		return this.templates.create(Actor.portal(),
				new TemplateDetails(kind, "Шаблон " + NUMBERS.incrementAndGet(), true, "",
						List.of(new TemplateDetails.Side("НКО", PartyKind.NGO),
								new TemplateDetails.Side("Библиотека", PartyKind.LIBRARY_SYSTEM)),
						List.of(new TemplateDetails.Field("contact", "Ответственный", FieldType.TEXT, false)),
						List.of(new TemplateDetails.Step(1, StepKind.VISA, "Юрист", null),
								new TemplateDetails.Step(2, StepKind.SIGNATURE, "Подпись НКО", 1),
								new TemplateDetails.Step(2, StepKind.SIGNATURE, "Подпись библиотеки", 2))),
				clauses);
	}

	private static String code(UUID id) {
		String letters = id.toString().replaceAll("[^a-f2-9]", "");
		return "w" + letters.substring(letters.length() - 12);
	}

	private static String sha256(byte[] bytes) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
