package ru.sosedi.world;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.sosedi.accounts.Actor;
import ru.sosedi.agreements.Agreements;
import ru.sosedi.agreements.Circuit;
import ru.sosedi.agreements.CircuitDecisions;
import ru.sosedi.agreements.CircuitStep;
import ru.sosedi.agreements.Freezing;
import ru.sosedi.agreements.PaperSigning;
import ru.sosedi.agreements.Signatories;
import ru.sosedi.agreements.SigningWay;
import ru.sosedi.agreements.UploadedFile;
import ru.sosedi.partners.Representations;
import ru.sosedi.partners.Representative;
import ru.sosedi.world.AgreementsWorld.Case;

/**
 * Agreements on their way through visas and signatures, by the services themselves; a
 * visa of a methodologist, then both sides at once.
 */
@Component
public class CircuitWorld {

	private static final Pattern CODE = Pattern.compile("\\b\\d{8}\\b");

	private final AgreementsWorld agreements;

	private final AccountsWorld accounts;

	private final Circuit circuit;

	private final CircuitDecisions decisions;

	private final Freezing freezing;

	private final Signatories signatories;

	private final PaperSigning paper;

	private final Representations representations;

	private final Agreements reading;

	private final JdbcClient jdbc;

	CircuitWorld(AgreementsWorld agreements, AccountsWorld accounts, Circuit circuit, CircuitDecisions decisions,
			Freezing freezing, Signatories signatories, PaperSigning paper, Representations representations,
			Agreements reading, JdbcClient jdbc) {
		this.agreements = agreements;
		this.accounts = accounts;
		this.circuit = circuit;
		this.decisions = decisions;
		this.freezing = freezing;
		this.signatories = signatories;
		this.paper = paper;
		this.representations = representations;
		this.reading = reading;
		this.jdbc = jdbc;
	}

	/** An agreement whose one visa is asked of that person. */
	public record Begun(Case of, Actor lawyer, UUID visa) {

	}

	/** Agreed by both sides, without gaps in its text. */
	public Case agreed() {
		return filled(this.agreements.agreed());
	}

	/** The same of a draft of one's own. */
	public Case agreed(Case draft) {
		this.jdbc.sql("update agreement_version set closed_at = now() where agreement_id = ? and closed_at is null")
			.param(draft.id())
			.update();
		return filled(this.agreements.agree(draft));
	}

	private Case filled(Case one) {
		this.jdbc.sql("update agreement_field set value = 'В. И. Петрова' where agreement_id = ?")
			.param(one.id())
			.update();
		return one;
	}

	/** A methodologist is asked for her visa. */
	public Begun begun() {
		return begun(agreed());
	}

	public Begun begun(Case one) {
		Actor lawyer = this.accounts.methodologist();
		this.circuit.begin(one.coordinator(), one.id(), Map.of(1, lawyer.accountId()));
		return new Begun(one, lawyer, steps(one).getFirst().id());
	}

	public List<CircuitStep> steps(Case one) {
		return this.circuit.of(one.id());
	}

	/** The step of that side. */
	public CircuitStep step(Case one, UUID party) {
		return steps(one).stream().filter((step) -> party.equals(step.partyId())).findFirst().orElseThrow();
	}

	/** The visa is given. */
	public Case approved() {
		return approved(agreed());
	}

	public Case approved(Case one) {
		Begun begun = begun(one);
		this.decisions.approve(begun.lawyer(), one.id(), begun.visa());
		return one;
	}

	/** Frozen; both sides sign on paper. */
	public Case frozen() {
		return frozen(SigningWay.PAPER, SigningWay.PAPER);
	}

	public Case frozen(SigningWay ngo, SigningWay system) {
		return frozen(agreed(), ngo, system);
	}

	public Case frozen(Case agreed, SigningWay ngo, SigningWay system) {
		Case one = approved(agreed);
		this.signatories.change(one.coordinator(), one.id(), one.ngo(), ngo);
		this.signatories.change(one.coordinator(), one.id(), one.system(), system);
		this.freezing.freeze(one.coordinator(), one.id());
		return one;
	}

	/** Signs for that side on paper, today. */
	public void signOnPaper(Case one, UUID party) {
		this.paper.register(one.coordinator(), one.id(), party,
				new PaperSigning.Details(chosen(one, party).id(), this.reading.today(), "Координатор", "Папка 12"),
				scan());
	}

	/** Both sides have signed on paper. */
	public Case signed(Case frozen) {
		signOnPaper(frozen, frozen.ngo());
		signOnPaper(frozen, frozen.system());
		return frozen;
	}

	/** Whom the text names for that side. */
	public Representative chosen(Case one, UUID party) {
		UUID id = this.jdbc.sql("select representation_id from agreement_party where agreement_id = ? and party_id = ?")
			.params(one.id(), party)
			.query(UUID.class)
			.single();
		return this.representations.find(id).orElseThrow();
	}

	public static UploadedFile scan() {
		return new UploadedFile("scan.pdf", PartnersWorld.pdf().length, PartnersWorld.pdf());
	}

	/** The code in the last letter to that person. */
	public String codeFor(Actor actor) {
		String text = this.jdbc.sql(
				"select body_text from outbox_message where recipient = ? and kind = 'agreements.code' order by created_at desc limit 1")
			.param(this.accounts.emailOf(actor))
			.query(String.class)
			.single();
		Matcher code = CODE.matcher(text);
		code.find();
		return code.group();
	}

	/** What the trail says of the agreement: action, refused or not, oldest first. */
	public List<String> trail(UUID agreementId) {
		return this.jdbc.sql("""
				select action || case when refused then ' refused ' || (facts ->> 'refusal') else '' end
				from agreement_act where agreement_id = ? order by number
				""").param(agreementId).query(String.class).list();
	}

}
