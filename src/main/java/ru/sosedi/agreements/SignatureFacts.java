package ru.sosedi.agreements;

import java.time.Instant;
import java.time.LocalDate;

import ru.sosedi.partners.Scan;
import ru.sosedi.signatures.Verdict;

/**
 * What is written down of a signature that is being made.
 *
 * @param readToEndAt of a simple one only
 * @param verdict of a detached one only
 * @param power the power of attorney beside a detached one; may be {@code null}
 * @param paper of a paper one only
 */
record SignatureFacts(SigningWay way, String signerName, String signerPost, String authority, LocalDate signedOn,
		Instant readToEndAt, Verdict verdict, PowerFile power, Paper paper) {

	/**
	 * The signed paper.
	 *
	 * @param place may be {@code null}
	 */
	record Paper(Scan scan, String keeper, String place) {

	}

	static SignatureFacts simple(Mandate mandate, LocalDate day, Instant readToEndAt) {
		return new SignatureFacts(SigningWay.SIMPLE, mandate.person().name(), mandate.person().post(),
				mandate.authority(), day, readToEndAt, null, null, null);
	}

	static SignatureFacts detached(String name, String post, String authority, LocalDate day, Verdict verdict,
			PowerFile power) {
		return new SignatureFacts(SigningWay.DETACHED, name, post, authority, day, null, verdict, power, null);
	}

	static SignatureFacts paper(Mandate mandate, LocalDate day, Paper paper) {
		return new SignatureFacts(SigningWay.PAPER, mandate.person().name(), mandate.person().post(),
				mandate.authority(), day, null, null, null, paper);
	}

}
