package ru.sosedi.agreements;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import ru.sosedi.signatures.Verdict;

/**
 * A signature as it was made, without its files.
 *
 * @param signerPost may be empty
 * @param authority on what the signer acted, in the genitive: «Устава»
 * @param signedOn on paper the day written there, else the day on which the portal got it
 * @param recordedByName who signed or registered it here
 * @param networkAddress may be {@code null}
 * @param sha256 of the document that was signed
 * @param readToEndAt of a simple one, else {@code null}
 * @param verdict of a detached one, else {@code null}
 * @param powerOfAttorneyName of the file beside a detached one; may be {@code null}
 * @param scanType media type of the scan of a paper one, else {@code null}
 * @param originalKeeper who keeps the paper, else {@code null}
 * @param originalPlace where it is kept; may be {@code null}
 */
public record MadeSignature(UUID id, UUID documentId, UUID stepId, UUID partyId, SigningWay way, String signerName,
		String signerPost, String authority, LocalDate signedOn, Instant recordedAt, String recordedByName,
		String networkAddress, String sha256, Instant readToEndAt, Verdict verdict, String powerOfAttorneyName,
		String scanType, String originalKeeper, String originalPlace) {

}
