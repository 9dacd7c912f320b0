package ru.sosedi.agreements;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * A visa or a signature that is asked for.
 *
 * @param stage steps of one stage go in parallel, stages one after the other
 * @param accountId who gives the visa; {@code null} of a signature
 * @param partyId which side signs; {@code null} of a visa
 * @param waitedFor the name of the person or of the party
 * @param openedAt {@code null} while an earlier stage goes on
 * @param decision {@code null} until there is one, as are {@code decidedAt} and
 * {@code decidedByName}
 * @param reason of a declined one, else {@code null}
 * @param cancelledAt when the circuit was given up; {@code null} in the running one
 */
public record CircuitStep(UUID id, UUID agreementId, int stage, StepKind kind, String title, UUID accountId,
		UUID partyId, String waitedFor, Instant openedAt, StepDecision decision, Instant decidedAt,
		String decidedByName, String reason, Instant cancelledAt) {

	/** On aliases {@code t}, {@code c}, {@code n} and {@code l}. */
	static final String SELECT = """
			select t.*, coalesce(c.name, n.short_name, n.full_name, l.short_name) as waited_for
			from circuit_step t left join account c on c.id = t.account_id left join ngo n on n.id = t.party_id
			left join library_system l on l.id = t.party_id
			""";

	static CircuitStep of(ResultSet row) throws SQLException {
		String decision = row.getString("decision");
		return new CircuitStep(row.getObject("id", UUID.class), row.getObject("agreement_id", UUID.class),
				row.getInt("stage"), StepKind.valueOf(row.getString("kind")), row.getString("title"),
				row.getObject("account_id", UUID.class), row.getObject("party_id", UUID.class),
				row.getString("waited_for"), instant(row, "opened_at"),
				(decision == null) ? null : StepDecision.valueOf(decision), instant(row, "decided_at"),
				row.getString("decided_by_name"), row.getString("reason"), instant(row, "cancelled_at"));
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
		return (at == null) ? null : at.toInstant();
	}

	/** Whether somebody is asked at this moment. */
	public boolean isOpen() {
		return this.openedAt != null && this.decision == null && this.cancelledAt == null;
	}

	public boolean isVisa() {
		return this.kind == StepKind.VISA;
	}

}
