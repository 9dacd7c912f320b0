package ru.sosedi.agreements;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.accounts.Actor;
import ru.sosedi.shared.NotFoundException;

/** Signatures that were made, for reading. */
@Service
@Transactional(readOnly = true)
public class Signatures {

	private static final String COLUMNS = """
			g.id, g.document_id, g.step_id, g.party_id, g.way, g.signer_name, g.signer_post, g.authority, g.signed_on,
			g.recorded_at, g.recorded_by_name, g.network_address, g.sha256, g.read_to_end_at, g.verdict, g.certificate,
			g.power_of_attorney_name, g.scan_type, g.original_keeper, g.original_place
			""";

	private final JdbcClient jdbc;

	private final Agreements agreements;

	private final VerdictText verdicts;

	Signatures(JdbcClient jdbc, Agreements agreements, VerdictText verdicts) {
		this.jdbc = jdbc;
		this.agreements = agreements;
		this.verdicts = verdicts;
	}

	/** What can be taken out of a signature as a file. */
	public enum Part {

		/** The detached signature, binary CMS. */
		SIGNATURE("cms", "sig"),
		/** The signer's certificate, DER. */
		CERTIFICATE("certificate", "cer"),
		/** As it came. */
		POWER("power_of_attorney", null),
		/** The scan of the signed paper. */
		SCAN("scan", null);

		private final String column;

		private final String ending;

		Part(String column, String ending) {
			this.column = column;
			this.ending = ending;
		}

	}

	/**
	 * A file of a signature.
	 *
	 * @param name made of harmless characters
	 */
	public record Kept(String name, String type, byte[] content) {

	}

	/** On that document, in the order in which they were recorded. */
	public List<MadeSignature> of(UUID documentId) {
		return this.jdbc
			.sql("select " + COLUMNS + " from signature g where g.document_id = ? order by g.recorded_at, g.id")
			.param(documentId)
			.query((row, _) -> signature(row))
			.list();
	}

	/**
	 * @throws NotFoundException when there is no such file, or it is not for the actor:
	 * only for keepers and the people of the sides, since it names persons
	 */
	public Kept file(Actor actor, UUID agreementId, UUID signatureId, Part part) {
		Agreement agreement = this.agreements.forReading(actor, agreementId);
		if (!mayHaveFiles(actor, agreement)) {
			throw new NotFoundException("files of agreement " + agreementId);
		}
		return file(agreementId, signatureId, part);
	}

	/** Whether this person keeps agreements or speaks for a side of this one. */
	boolean mayHaveFiles(Actor actor, Agreement agreement) {
		return this.agreements.keeps(actor)
				|| agreement.parties().stream().anyMatch((side) -> actor.parties().contains(side.partyId()));
	}

	Kept file(UUID agreementId, UUID signatureId, Part part) {
		return this.jdbc.sql("""
				select %s as content, g.power_of_attorney_name, g.scan_type, p.side from signature g
				join frozen_document d on d.id = g.document_id and d.agreement_id = :agreement
				join agreement_party p on p.agreement_id = d.agreement_id and p.party_id = g.party_id
				where g.id = :id and %s is not null
				""".formatted("g." + part.column, "g." + part.column))
			.param("agreement", agreementId)
			.param("id", signatureId)
			.query((row, _) -> new Kept(name(row, part), type(row, part), row.getBytes("content")))
			.optional()
			.orElseThrow(() -> new NotFoundException("signature " + signatureId));
	}

	private static String name(ResultSet row, Part part) throws SQLException {
		String side = "side-" + row.getInt("side");
		return switch (part) {
			case SIGNATURE, CERTIFICATE -> side + "." + part.ending;
			case POWER -> side + "-power." + ending(row.getString("power_of_attorney_name"));
			case SCAN -> side + "-scan." + switch (row.getString("scan_type")) {
				case "image/jpeg" -> "jpg";
				case "image/png" -> "png";
				default -> "pdf";
			};
		};
	}

	private static String ending(String name) {
		String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(java.util.Locale.ROOT);
		return List.of("xml", "pdf", "zip").contains(ending) ? ending : "bin";
	}

	private static String type(ResultSet row, Part part) throws SQLException {
		return (part == Part.SCAN) ? row.getString("scan_type") : "application/octet-stream";
	}

	private MadeSignature signature(ResultSet row) throws SQLException {
		return new MadeSignature(row.getObject("id", UUID.class), row.getObject("document_id", UUID.class),
				row.getObject("step_id", UUID.class), row.getObject("party_id", UUID.class),
				SigningWay.valueOf(row.getString("way")), row.getString("signer_name"), row.getString("signer_post"),
				row.getString("authority"), row.getObject("signed_on", LocalDate.class), instant(row, "recorded_at"),
				row.getString("recorded_by_name"), row.getString("network_address"), row.getString("sha256"),
				instant(row, "read_to_end_at"),
				this.verdicts.read(row.getString("verdict"), row.getBytes("certificate")),
				row.getString("power_of_attorney_name"), row.getString("scan_type"), row.getString("original_keeper"),
				row.getString("original_place"));
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
		return (at == null) ? null : at.toInstant();
	}

}
