package ru.sosedi.agreements;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import ru.sosedi.accounts.Actor;
import ru.sosedi.partners.Parties;
import ru.sosedi.partners.Party;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.signatures.ExpectedSigner;
import ru.sosedi.signatures.SignatureVerification;
import ru.sosedi.signatures.SignerCertificate;
import ru.sosedi.signatures.Verdict;

/**
 * Signing with a detached signature that was made elsewhere: uploaded by the party's own
 * people or by a coordinator for them, examined, and kept only when it stands.
 */
@Service
public class DetachedSigning {

	private final SigningTurns turns;

	private final Mandates mandates;

	private final FrozenDocuments documents;

	private final SignatureVerification verification;

	private final Parties parties;

	private final Agreements agreements;

	private final AgreementTrail trail;

	private final MessageSource messages;

	private final Clock clock;

	DetachedSigning(SigningTurns turns, Mandates mandates, FrozenDocuments documents,
			SignatureVerification verification, Parties parties, Agreements agreements, AgreementTrail trail,
			MessageSource messages, Clock clock) {
		this.turns = turns;
		this.mandates = mandates;
		this.documents = documents;
		this.verification = verification;
		this.parties = parties;
		this.agreements = agreements;
		this.trail = trail;
		this.messages = messages;
		this.clock = clock;
	}

	/**
	 * @param signature the file as it came, of any content
	 * @param power beside it; may be {@code null}
	 * @throws NotFoundException for who neither keeps agreements nor speaks for the side
	 * @throws SignatureNotAcceptedException with the verdict, when it does not stand
	 * @throws RefusedException when it is not this side's turn to sign that way
	 */
	public void sign(Actor actor, UUID agreementId, UUID partyId, UploadedFile signature, UploadedFile power) {
		Map<String, String> facts = new TreeMap<>();
		facts.put("party", String.valueOf(partyId));
		facts.put("way", SigningWay.DETACHED.name());
		facts.put("file", signature.name());
		facts.put("size", String.valueOf(signature.size()));
		if (signature.content() != null) {
			facts.put("sha256", UploadedFile.sha256(signature.content()));
		}
		this.trail.attempt(actor, agreementId, "agreements.signature.made", facts, () -> {
			SigningTurns.Turn turn = this.turns.locked(actor, agreementId, partyId, SigningWay.DETACHED);
			if (signature.size() == 0) {
				throw new RefusedException("signature", "agreements.detached.missing");
			}
			if (signature.size() > SignatureVerification.LARGEST_SIGNATURE) {
				throw new RefusedException("signature", "agreements.detached.heavy");
			}
			PowerFile attached = power(power);
			Instant now = this.clock.instant();
			Verdict verdict = verdict(turn, partyId, signature.content(), now);
			if (!verdict.accepted()) {
				throw new SignatureNotAcceptedException(verdict);
			}
			SignerCertificate certificate = verdict.certificate();
			this.turns.sign(actor, turn,
					SignatureFacts.detached((certificate.subjectName() == null) ? "" : certificate.subjectName(),
							(certificate.post() == null) ? "" : certificate.post(),
							authority(turn, certificate, attached), this.agreements.today(), verdict, attached));
			return null;
		});
	}

	private Verdict verdict(SigningTurns.Turn turn, UUID partyId, byte[] signature, Instant now) {
		Party party = this.parties.get(partyId);
		ExpectedSigner expected = new ExpectedSigner((party.inn() == null) ? null : party.inn().value(),
				(party.ogrn() == null) ? null : party.ogrn().value());
		return this.verification.verify(this.documents.pdf(turn.document().id()), signature, expected, now);
	}

	private static PowerFile power(UploadedFile power) {
		if (power == null || power.size() == 0) {
			return null;
		}
		if (power.size() > PowerFile.MOST_BYTES) {
			throw new RefusedException("power", "agreements.detached.power.heavy");
		}
		return new PowerFile(power.name(), power.content());
	}

	// the certificate says who signed; on what is known only of those who are recorded
	private String authority(SigningTurns.Turn turn, SignerCertificate certificate, PowerFile power) {
		List<Mandate> mandates = this.mandates.of(turn.agreement().id(), turn.side(), this.agreements.today());
		return mandates.stream()
			.filter((mandate) -> mandate.person().name().equalsIgnoreCase(certificate.subjectName()))
			.findFirst()
			.map(Mandate::authority)
			.orElseGet(() -> this.messages.getMessage(
					(power != null) ? "agreements.text.authority.attached" : "agreements.text.authority.certificate",
					new Object[] { (power != null) ? power.name() : "" }, TextValues.OF_TEXTS));
	}

}
