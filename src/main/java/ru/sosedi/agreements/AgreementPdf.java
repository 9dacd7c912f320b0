package ru.sosedi.agreements;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.documents.PdfDocuments;
import ru.sosedi.documents.QrCode;
import ru.sosedi.shared.PublicAddress;

/**
 * The document that is signed: PDF/A with the whole text, what is promised, and the
 * sides.
 */
@Service
@Transactional(readOnly = true)
public class AgreementPdf {

	private static final int QR_SCALE = 4;

	private final Versions versions;

	private final Commitments commitments;

	private final PdfDocuments documents;

	private final PublicAddress address;

	AgreementPdf(Versions versions, Commitments commitments, PdfDocuments documents, PublicAddress address) {
		this.versions = versions;
		this.commitments = commitments;
		this.documents = documents;
		this.address = address;
	}

	/**
	 * @param values of the fields, see {@link TextValues}
	 * @param proofPath path of the proof page, printed as a QR code; {@code null} for a
	 * draft, which says so on every page
	 */
	public byte[] draw(Agreement agreement, UUID versionId, Map<String, String> values, String proofPath) {
		AgreementText text = AgreementText.of(this.versions.clauses(versionId), values);
		Map<UUID, String> numbers = text.clauses()
			.stream()
			.collect(Collectors.toMap((clause) -> clause.clause().key(), NumberedClause::number));
		Map<UUID, AgreementParty> sides = agreement.parties()
			.stream()
			.collect(Collectors.toMap(AgreementParty::partyId, Function.identity()));
		List<Commitment> promised = this.commitments.of(agreement.id());
		Map<String, Object> model = new java.util.HashMap<>();
		model.put("agreement", agreement);
		model.put("text", text);
		model.put("values", values);
		model.put("promised", promised);
		model.put("numbers", numbers);
		model.put("sides", sides);
		model.put("gap", AgreementText.GAP);
		model.put("draft", proofPath == null);
		if (proofPath != null) {
			String proof = this.address.of(proofPath);
			model.put("proof", proof);
			model.put("qr",
					"data:image/png;base64," + Base64.getEncoder().encodeToString(QrCode.of(proof).png(QR_SCALE)));
		}
		return this.documents.render("print/agreements/agreement", TextValues.OF_TEXTS, model);
	}

}
