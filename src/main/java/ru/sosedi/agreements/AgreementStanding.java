package ru.sosedi.agreements;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * The facts that the state of an agreement is computed from (the view
 * {@code agreement_standing}); days are those of the network's home zone.
 *
 * @param sent whether a version was closed, so that the sides have seen it
 * @param inCircuit whether visas and signatures have begun to be asked for
 * @param visasGiven whether no visa of the circuit is missing
 * @param documentId the frozen document that is to be signed; {@code null} before
 * @param inForceFrom the first day in force, known when all have signed; else
 * {@code null}
 * @param lastDay the last day as prolonged; {@code null} for no end
 * @param terminatedLastDay the last day by termination; {@code null} if there is none
 * @param archivedAt {@code null} until then
 * @param movesByItself whether it is prolonged on its last day unless a side gives notice
 */
public record AgreementStanding(UUID id, boolean sent, boolean inCircuit, boolean visasGiven, UUID documentId,
		int signaturesWanted, int signaturesMade, LocalDate inForceFrom, LocalDate lastDay, boolean prolonged,
		LocalDate terminatedLastDay, Instant archivedAt, boolean movesByItself) {

	/** From how many days before its last day an agreement is said to be expiring. */
	public static final int EXPIRING_DAYS = 30;

	/**
	 * The columns that {@link #of(ResultSet)} reads, of an alias {@code s} of the view
	 * and {@code a} of the table.
	 */
	static final String COLUMNS = """
			s.id as standing_id, s.sent, s.in_circuit, s.visas_given, s.document_id, s.signatures_wanted,
			s.signatures_made, s.in_force_from, s.last_day, s.prolonged, s.terminated_last_day, s.archived_at,
			a.prolongation = 'AUTOMATIC' and not exists (select from prolongation_refusal r
				where r.agreement_id = a.id and r.ends_on = s.last_day) as moves_by_itself
			""";

	static AgreementStanding of(ResultSet row) throws SQLException {
		OffsetDateTime archived = row.getObject("archived_at", OffsetDateTime.class);
		return new AgreementStanding(row.getObject("standing_id", UUID.class), row.getBoolean("sent"),
				row.getBoolean("in_circuit"), row.getBoolean("visas_given"), row.getObject("document_id", UUID.class),
				row.getInt("signatures_wanted"), row.getInt("signatures_made"),
				row.getObject("in_force_from", LocalDate.class), row.getObject("last_day", LocalDate.class),
				row.getBoolean("prolonged"), row.getObject("terminated_last_day", LocalDate.class),
				(archived == null) ? null : archived.toInstant(), row.getBoolean("moves_by_itself"));
	}

	/** Whether every side has signed. */
	public boolean isSigned() {
		return this.inForceFrom != null;
	}

	/** The last day in force by whatever comes first; {@code null} for no end. */
	public LocalDate end() {
		if (this.terminatedLastDay == null) {
			return this.lastDay;
		}
		return (this.lastDay == null || this.terminatedLastDay.isBefore(this.lastDay)) ? this.terminatedLastDay
				: this.lastDay;
	}

	/** Whether it binds its sides on that day. */
	public boolean isInForceOn(LocalDate day) {
		return isSigned() && !day.isBefore(this.inForceFrom) && (end() == null || !day.isAfter(end()));
	}

	/** The one state that the agreement is in on that day. */
	public AgreementState stateOn(LocalDate today) {
		if (this.archivedAt != null) {
			return AgreementState.ARCHIVED;
		}
		return isSigned() ? stateOfSigned(today) : stateOfUnsigned();
	}

	private AgreementState stateOfUnsigned() {
		if (this.documentId != null) {
			return (this.signaturesMade > 0) ? AgreementState.PARTLY_SIGNED : AgreementState.BEING_SIGNED;
		}
		if (this.inCircuit && this.visasGiven) {
			return AgreementState.AGREED;
		}
		return this.sent ? AgreementState.IN_NEGOTIATION : AgreementState.DRAFT;
	}

	private AgreementState stateOfSigned(LocalDate today) {
		if (this.terminatedLastDay != null && today.isAfter(this.terminatedLastDay)) {
			return AgreementState.TERMINATED;
		}
		if (this.lastDay != null && today.isAfter(this.lastDay)) {
			return AgreementState.EXPIRED;
		}
		if (today.isBefore(this.inForceFrom)) {
			return AgreementState.SIGNED;
		}
		if (end() != null && !today.plusDays(EXPIRING_DAYS).isBefore(end())
				&& !(this.movesByItself && this.terminatedLastDay == null)) {
			return AgreementState.EXPIRING;
		}
		return this.prolonged ? AgreementState.PROLONGED : AgreementState.IN_FORCE;
	}

}
