package ru.sosedi.agreements;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What anybody who holds a signed document, or its code, may know: whether it is this
 * one, who signed how and when, and whether the agreement is in force. Names and posts of
 * signatories, nothing else about people.
 */
@Service
@Transactional(readOnly = true)
public class DocumentProof {

	private final JdbcClient jdbc;

	private final Agreements agreements;

	private final AgreementRegister register;

	DocumentProof(JdbcClient jdbc, Agreements agreements, AgreementRegister register) {
		this.jdbc = jdbc;
		this.agreements = agreements;
		this.register = register;
	}

	/**
	 * A signature as the public sees it.
	 *
	 * @param side how the text calls the party
	 */
	public record Signed(String side, String party, String name, String post, String authority, SigningWay way,
			LocalDate on) {

	}

	/**
	 * A frozen document.
	 *
	 * @param superseded whether it was replaced before all had signed: it proves nothing
	 * @param state of the agreement today
	 * @param published whether the agreement stands in the public register
	 */
	public record Document(UUID id, UUID agreementId, String code, String number, String title, AgreementKind kind,
			String sha256, String streebog256, Instant frozenAt, boolean superseded, AgreementState state,
			LocalDate firstDay, LocalDate lastDay, boolean published, List<AgreementRegister.Side> sides,
			List<Signed> signatures) {

		/**
		 * Whether these bytes or this digest are the document's; hexadecimal digits of
		 * either kind.
		 */
		public boolean isOf(String digest) {
			String clean = digest.replaceAll("\\s", "").toLowerCase(java.util.Locale.ROOT);
			return clean.equals(this.sha256) || clean.equals(this.streebog256);
		}

	}

	/** By the code of its QR. */
	public Optional<Document> byCode(String code) {
		return find("d.code = :value", code);
	}

	/** By its digest, SHA-256 or Streebog-256, in hexadecimal digits. */
	public Optional<Document> byDigest(String digest) {
		String clean = digest.replaceAll("\\s", "").toLowerCase(java.util.Locale.ROOT);
		return clean.matches("[0-9a-f]{64}") ? find("(d.sha256 = :value or d.streebog256 = :value)", clean)
				: Optional.empty();
	}

	/** By the number of an agreement that stands in the public register. */
	public Optional<Document> byNumber(String number) {
		return find("a.number = :value and a.published_at is not null and d.superseded_at is null", number);
	}

	private Optional<Document> find(String condition, String value) {
		LocalDate today = this.agreements.today();
		return this.jdbc.sql("""
				select d.id, d.agreement_id, d.code, a.number, a.title, a.kind, d.sha256, d.streebog256, d.frozen_at,
					d.superseded_at, a.published_at, %s
				from frozen_document d join agreement a on a.id = d.agreement_id
				join agreement_standing s on s.id = a.id
				where %s order by d.frozen_at desc limit 1
				""".formatted(AgreementStanding.COLUMNS, condition)).param("value", value).query((row, _) -> {
			AgreementStanding standing = AgreementStanding.of(row);
			UUID id = row.getObject("id", UUID.class);
			UUID agreement = row.getObject("agreement_id", UUID.class);
			boolean superseded = row.getObject("superseded_at") != null;
			return new Document(id, agreement, row.getString("code"), row.getString("number"), row.getString("title"),
					AgreementKind.valueOf(row.getString("kind")), row.getString("sha256"), row.getString("streebog256"),
					row.getObject("frozen_at", OffsetDateTime.class).toInstant(), superseded, standing.stateOn(today),
					standing.inForceFrom(), standing.end(),
					row.getObject("published_at") != null && standing.isSigned(),
					this.register.sides(List.of(agreement)).getOrDefault(agreement, List.of()), signatures(id));
		}).optional();
	}

	private List<Signed> signatures(UUID documentId) {
		return this.jdbc.sql("""
				select p.role_name, coalesce(n.short_name, n.full_name, l.short_name) as party, g.signer_name,
					g.signer_post, g.authority, g.way, g.signed_on
				from signature g join frozen_document d on d.id = g.document_id
				join agreement_party p on p.agreement_id = d.agreement_id and p.party_id = g.party_id
				left join ngo n on n.id = p.ngo_id left join library_system l on l.id = p.library_system_id
				where g.document_id = ? order by p.side
				""")
			.param(documentId)
			.query((row, _) -> new Signed(row.getString("role_name"), row.getString("party"),
					row.getString("signer_name"), row.getString("signer_post"), row.getString("authority"),
					SigningWay.valueOf(row.getString("way")), row.getObject("signed_on", LocalDate.class)))
			.list();
	}

}
