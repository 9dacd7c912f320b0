package ru.sosedi.agreements;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.OwnAccount;
import ru.sosedi.partners.SimpleSignatureAccessions;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.RefusedException;

/**
 * Signing with the simple electronic signature (63-FZ, articles 5, 6 and 9): by the one
 * who may sign for a side that has acceded to it, after reading the text to its end, with
 * the password and a one-time code.
 */
@Service
public class SimpleSigning {

	private static final String MADE = "agreements.signature.made";

	private final JdbcClient jdbc;

	private final Agreements agreements;

	private final SigningTurns turns;

	private final Mandates mandates;

	private final SimpleCodes codes;

	private final SimpleSignatureAccessions accessions;

	private final OwnAccount own;

	private final SigningMails mails;

	private final AgreementTrail trail;

	private final Clock clock;

	SimpleSigning(JdbcClient jdbc, Agreements agreements, SigningTurns turns, Mandates mandates, SimpleCodes codes,
			SimpleSignatureAccessions accessions, OwnAccount own, SigningMails mails, AgreementTrail trail,
			Clock clock) {
		this.jdbc = jdbc;
		this.agreements = agreements;
		this.turns = turns;
		this.mandates = mandates;
		this.codes = codes;
		this.accessions = accessions;
		this.own = own;
		this.mails = mails;
		this.trail = trail;
		this.clock = clock;
	}

	/**
	 * What stands before the one who is to sign.
	 *
	 * @param readAt when the text was seen to its end; {@code null} before
	 * @param codeUntil until when the code works that was sent; {@code null} when none is
	 * alive
	 */
	public record Desk(Agreement agreement, AgreementParty side, FrozenDocument document, Mandate mandate,
			Instant readAt, Instant codeUntil) {

	}

	private record Place(SigningTurns.Turn turn, Mandate mandate) {

	}

	/**
	 * @throws NotFoundException for who does not speak for a side
	 * @throws RefusedException when the actor cannot sign that way now
	 */
	@Transactional(readOnly = true)
	public Desk desk(Actor actor, UUID agreementId) {
		Agreement agreement = this.agreements.forReading(actor, agreementId);
		AgreementParty side = side(actor, agreement);
		Place place = place(actor, this.turns.read(actor, agreementId, side.partyId(), SigningWay.SIMPLE));
		FrozenDocument document = place.turn().document();
		return new Desk(agreement, side, document, place.mandate(), readAt(actor, document).orElse(null),
				this.codes.aliveUntil(document.id(), actor.accountId()).orElse(null));
	}

	/** The text was shown to its end, and the actor says so. */
	public void read(Actor actor, UUID agreementId) {
		this.trail.attempt(actor, agreementId, "agreements.signature.read", Map.of(), () -> {
			SigningTurns.Turn turn = locked(actor, agreementId).turn();
			int first = this.jdbc
				.sql("""
						insert into simple_signature_reading (document_id, account_id, read_at) values (:document, :account, :now)
						on conflict do nothing
						""")
				.param("document", turn.document().id())
				.param("account", actor.accountId())
				.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
				.update();
			if (first > 0) {
				this.trail.record(actor, agreementId, turn.agreement().name(), "agreements.signature.read",
						Map.of("document", turn.document().id().toString(), "sha256", turn.document().sha256()));
			}
			return null;
		});
	}

	/** Sends a one-time code to the actor's own address. */
	public void sendCode(Actor actor, UUID agreementId) {
		this.trail.attempt(actor, agreementId, "agreements.signature.code-sent", Map.of(), () -> {
			SigningTurns.Turn turn = locked(actor, agreementId).turn();
			requireRead(actor, turn.document());
			String code = this.codes.make(turn.document().id(), actor.accountId());
			this.mails.forgetCodes(actor.accountId());
			this.mails.code(turn.agreement(), actor.accountId(), code, (int) SimpleCodes.LIFETIME.toMinutes());
			this.trail.record(actor, agreementId, turn.agreement().name(), "agreements.signature.code-sent",
					Map.of("document", turn.document().id().toString()));
			return null;
		});
	}

	/**
	 * Takes a good part of a second.
	 * @throws RefusedException when the password or the code is wrong, not saying which;
	 * when no code is alive; when the text was not read
	 */
	public void sign(Actor actor, UUID agreementId, String password, String code) {
		Map<String, String> facts = Map.of("way", SigningWay.SIMPLE.name());
		FrozenDocument document = this.trail.attempt(actor, agreementId, MADE, facts, () -> {
			FrozenDocument wanted = locked(actor, agreementId).turn().document();
			requireRead(actor, wanted);
			return wanted;
		});
		Optional<SimpleCodes.Try> taken = this.codes.take(document.id(), actor.accountId(), code);
		boolean known = taken.isPresent() && isPassword(actor, password);
		this.trail.attempt(actor, agreementId, MADE, facts, () -> {
			SimpleCodes.Try one = taken.orElseThrow(() -> new RefusedException("code", "agreements.simple.code.none"));
			if (!known || !one.right()) {
				throw new RefusedException("code",
						(one.left() > 0) ? "agreements.simple.wrong" : "agreements.simple.wrong.last", one.left());
			}
			Place place = locked(actor, agreementId);
			if (!place.turn().document().id().equals(document.id())) {
				throw new RefusedException(null, "agreements.simple.other-text");
			}
			Instant readAt = requireRead(actor, document);
			this.codes.use(one.id());
			this.turns.sign(actor, place.turn(),
					SignatureFacts.simple(place.mandate(), this.agreements.today(), readAt));
			this.mails.forgetCodes(actor.accountId());
			return null;
		});
	}

	private boolean isPassword(Actor actor, String password) {
		try {
			this.own.confirm(actor, "password", password);
			return true;
		}
		catch (RefusedException wrong) {
			return false;
		}
	}

	private Place locked(Actor actor, UUID agreementId) {
		AgreementParty side = side(actor, this.agreements.forReading(actor, agreementId));
		return place(actor, this.turns.locked(actor, agreementId, side.partyId(), SigningWay.SIMPLE));
	}

	private Place place(Actor actor, SigningTurns.Turn turn) {
		Mandate mandate = this.mandates.ofAccount(turn.agreement().id(), turn.side(), actor.accountId(),
				this.agreements.today());
		if (mandate == null) {
			throw new RefusedException(null, "agreements.simple.no-mandate");
		}
		if (!this.accessions.covers(turn.side().partyId(), this.agreements.today())) {
			throw new RefusedException(null, "agreements.simple.no-accession");
		}
		return new Place(turn, mandate);
	}

	// of several sides the one that this person may sign for comes first
	private AgreementParty side(Actor actor, Agreement agreement) {
		return agreement.parties()
			.stream()
			.filter((side) -> actor.parties().contains(side.partyId()))
			.max((one, other) -> Boolean.compare(isMandated(actor, agreement, one),
					isMandated(actor, agreement, other)))
			.orElseThrow(() -> new NotFoundException("a side for " + actor.accountId()));
	}

	private boolean isMandated(Actor actor, Agreement agreement, AgreementParty side) {
		return side.way() == SigningWay.SIMPLE
				&& this.mandates.ofAccount(agreement.id(), side, actor.accountId(), this.agreements.today()) != null;
	}

	private Instant requireRead(Actor actor, FrozenDocument document) {
		return readAt(actor, document).orElseThrow(() -> new RefusedException(null, "agreements.simple.not-read"));
	}

	private Optional<Instant> readAt(Actor actor, FrozenDocument document) {
		return this.jdbc
			.sql("select read_at from simple_signature_reading where document_id = :document and account_id = :account")
			.param("document", document.id())
			.param("account", actor.accountId())
			.query(OffsetDateTime.class)
			.optional()
			.map(OffsetDateTime::toInstant);
	}

}
