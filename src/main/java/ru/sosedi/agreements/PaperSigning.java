package ru.sosedi.agreements;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.springframework.stereotype.Service;
import ru.sosedi.accounts.Actor;
import ru.sosedi.partners.Scan;
import ru.sosedi.shared.HomeZone;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.TypedText;

/**
 * Signing with ink: the signed paper's scan is registered, by a coordinator or the party.
 */
@Service
public class PaperSigning {

	private static final int LONGEST = 200;

	private final SigningTurns turns;

	private final Mandates mandates;

	private final Agreements agreements;

	private final AgreementTrail trail;

	private final HomeZone zone;

	PaperSigning(SigningTurns turns, Mandates mandates, Agreements agreements, AgreementTrail trail, HomeZone zone) {
		this.turns = turns;
		this.mandates = mandates;
		this.agreements = agreements;
		this.trail = trail;
		this.zone = zone;
	}

	/**
	 * What the person who registers it says.
	 *
	 * @param signerId the representation of who signed
	 * @param signedOn the day written on the paper
	 * @param keeper who keeps the original
	 * @param place where it is kept; may be {@code null}
	 */
	public record Details(UUID signerId, LocalDate signedOn, String keeper, String place) {

	}

	/** Who can have signed for the side on paper until today. */
	public List<Mandate> signers(UUID agreementId, AgreementParty side) {
		return this.mandates.of(agreementId, side, this.agreements.today());
	}

	/**
	 * @throws NotFoundException for who neither keeps agreements nor speaks for the side
	 * @throws RefusedException at the field that cannot be so, or when it is not this
	 * side's turn to sign that way
	 */
	public void register(Actor actor, UUID agreementId, UUID partyId, Details details, UploadedFile scan) {
		Map<String, String> facts = new TreeMap<>();
		facts.put("party", String.valueOf(partyId));
		facts.put("way", SigningWay.PAPER.name());
		facts.put("signedOn", String.valueOf(details.signedOn()));
		facts.put("file", scan.name());
		facts.put("size", String.valueOf(scan.size()));
		this.trail.attempt(actor, agreementId, "agreements.signature.made", facts, () -> {
			SigningTurns.Turn turn = this.turns.locked(actor, agreementId, partyId, SigningWay.PAPER);
			LocalDate day = day(turn, details.signedOn());
			Mandate mandate = this.mandates.of(agreementId, turn.side(), day)
				.stream()
				.filter((one) -> one.person().id().equals(details.signerId()))
				.findFirst()
				.orElseThrow(() -> new RefusedException("signerId", "agreements.paper.signer.unknown"));
			String keeper = TypedText.noLonger(
					TypedText.required(details.keeper(), "keeper", "agreements.paper.keeper.missing"), LONGEST,
					"keeper");
			String place = TypedText.noLonger(TypedText.line(details.place()), LONGEST, "place");
			if (scan.size() > Scan.MOST_BYTES) {
				throw new RefusedException("file", "partners.scan.heavy");
			}
			this.turns.sign(actor, turn, SignatureFacts.paper(mandate, day,
					new SignatureFacts.Paper(Scan.of(scan.name(), scan.content()), keeper, place)));
			return null;
		});
	}

	private LocalDate day(SigningTurns.Turn turn, LocalDate signedOn) {
		LocalDate day = TypedText.required(signedOn, "signedOn", "agreements.paper.day.missing");
		LocalDate frozen = LocalDate.ofInstant(turn.document().frozenAt(), this.zone.homeZone());
		if (day.isBefore(frozen)) {
			throw new RefusedException("signedOn", "agreements.paper.day.before-freezing");
		}
		if (day.isAfter(this.agreements.today())) {
			throw new RefusedException("signedOn", "agreements.paper.day.future");
		}
		return day;
	}

}
