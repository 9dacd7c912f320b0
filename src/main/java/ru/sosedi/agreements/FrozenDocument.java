package ru.sosedi.agreements;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * The bytes to be signed, without the bytes.
 *
 * @param code in the address of the proof page
 * @param supersededAt when it was put aside unsigned; {@code null} while it counts, as is
 * {@code supersededReason}
 */
public record FrozenDocument(UUID id, UUID agreementId, UUID versionId, String code, String sha256, String streebog256,
		Instant frozenAt, String frozenByName, Instant supersededAt, String supersededReason) {

	static final String COLUMNS = """
			d.id, d.agreement_id, d.version_id, d.code, d.sha256, d.streebog256, d.frozen_at, d.frozen_by_name,
			d.superseded_at, d.superseded_reason
			""";

	static FrozenDocument of(ResultSet row) throws SQLException {
		OffsetDateTime superseded = row.getObject("superseded_at", OffsetDateTime.class);
		return new FrozenDocument(row.getObject("id", UUID.class), row.getObject("agreement_id", UUID.class),
				row.getObject("version_id", UUID.class), row.getString("code"), row.getString("sha256"),
				row.getString("streebog256"), row.getObject("frozen_at", OffsetDateTime.class).toInstant(),
				row.getString("frozen_by_name"), (superseded == null) ? null : superseded.toInstant(),
				row.getString("superseded_reason"));
	}

	/** Path of its public proof page. */
	public String proofPath() {
		return "/agreements/proof/" + this.code;
	}

}
