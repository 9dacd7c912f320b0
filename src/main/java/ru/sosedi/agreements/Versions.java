package ru.sosedi.agreements;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rounds of an agreement's text, for reading. Who may read is asked before. */
@Service
@Transactional(readOnly = true)
public class Versions {

	/** The most versions that a page lists. */
	public static final int MOST = 100;

	private final JdbcClient jdbc;

	Versions(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * A round of negotiation.
	 *
	 * @param closedAt {@code null} while it is being written
	 * @param partyId the side that wrote it; {@code null} for the coordinator
	 * @param note what was changed, in the author's words; may be empty
	 */
	public record Round(UUID id, UUID agreementId, int number, Instant openedAt, Instant closedAt, String authorName,
			UUID partyId, String note) {

		static Round of(ResultSet row) throws SQLException {
			OffsetDateTime closed = row.getObject("closed_at", OffsetDateTime.class);
			return new Round(row.getObject("id", UUID.class), row.getObject("agreement_id", UUID.class),
					row.getInt("number"), row.getObject("opened_at", OffsetDateTime.class).toInstant(),
					(closed == null) ? null : closed.toInstant(), row.getString("author_name"),
					row.getObject("party_id", UUID.class), row.getString("note"));
		}

		public boolean isOpen() {
			return this.closedAt == null;
		}

	}

	/** Newest first. */
	public List<Round> of(UUID agreementId) {
		return this.jdbc
			.sql("select * from agreement_version where agreement_id = ? order by number desc limit " + MOST)
			.param(agreementId)
			.query((row, _) -> Round.of(row))
			.list();
	}

	/** The round being written, if there is one. */
	public Optional<Round> open(UUID agreementId) {
		return this.jdbc.sql("select * from agreement_version where agreement_id = ? and closed_at is null")
			.param(agreementId)
			.query((row, _) -> Round.of(row))
			.optional();
	}

	/** The last round that is finished: what the sides know. */
	public Optional<Round> lastClosed(UUID agreementId) {
		return this.jdbc.sql("""
				select * from agreement_version where agreement_id = ? and closed_at is not null
				order by number desc limit 1
				""").param(agreementId).query((row, _) -> Round.of(row)).optional();
	}

	/** The clauses of a round, in their order. */
	public List<Clause> clauses(UUID versionId) {
		return this.jdbc
			.sql("select * from agreement_clause where version_id = ? order by position limit " + Clause.MOST)
			.param(versionId)
			.query((row, _) -> Clause.of(row))
			.list();
	}

}
