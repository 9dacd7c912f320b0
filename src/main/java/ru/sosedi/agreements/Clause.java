package ru.sosedi.agreements;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * One clause as a version has it.
 *
 * @param key the same in every version
 * @param heading may be empty
 * @param body Markdown with fields in double braces; may be empty
 * @param amends of a supplementary agreement: what it does to the clause
 * {@code amendsKey} of the signed text; else both {@code null}
 * @param version counts edits within one version of the text
 */
public record Clause(UUID id, UUID versionId, UUID key, int position, ClausePart part, String heading, String body,
		Amends amends, UUID amendsKey, Instant editedAt, String editedBy, long version) {

	public static final int LONGEST_HEADING = 300;

	public static final int LONGEST_BODY = 10_000;

	public static final int MOST = 300;

	static Clause of(ResultSet row) throws SQLException {
		String amends = row.getString("amends");
		return new Clause(row.getObject("id", UUID.class), row.getObject("version_id", UUID.class),
				row.getObject("clause_key", UUID.class), row.getInt("position"),
				ClausePart.valueOf(row.getString("part")), row.getString("heading"), row.getString("body"),
				(amends == null) ? null : Amends.valueOf(amends), row.getObject("amends_key", UUID.class),
				row.getObject("edited_at", OffsetDateTime.class).toInstant(), row.getString("edited_by"),
				row.getLong("version"));
	}

}
