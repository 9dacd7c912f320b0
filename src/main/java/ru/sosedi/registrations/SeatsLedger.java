package ru.sosedi.registrations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.shared.NotFoundException;

/**
 * The seats of dates as the database counts them. Its counters are kept by a trigger, so
 * that no way of changing a sign-up can forget them.
 */
@Component
class SeatsLedger {

	private final JdbcClient jdbc;

	SeatsLedger(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Locks the seats until the transaction ends: whoever changes a sign-up does this
	 * first. Several dates are locked in the order of their ids.
	 * @throws NotFoundException when there is no such date
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Seats lock(UUID occurrenceId) {
		return this.jdbc.sql("select * from seats where occurrence_id = :id for update")
			.param("id", occurrenceId)
			.query(SeatsLedger::seats)
			.optional()
			.orElseThrow(() -> new NotFoundException("seats of " + occurrenceId));
	}

	Optional<Seats> find(UUID occurrenceId) {
		return find(List.of(occurrenceId)).stream().findFirst();
	}

	List<Seats> find(Collection<UUID> occurrenceIds) {
		return this.jdbc.sql("select * from seats where occurrence_id = any(:ids)")
			.param("ids", occurrenceIds.toArray(UUID[]::new))
			.query(SeatsLedger::seats)
			.list();
	}

	private static Seats seats(ResultSet row, int number) throws SQLException {
		return new Seats(row.getObject("occurrence_id", UUID.class), row.getBoolean("signs_up"),
				row.getObject("capacity", Integer.class), instant(row, "opens_at"), instant(row, "closes_at"),
				row.getInt("largest_group"), row.getBoolean("waiting_list"),
				row.getObject("waiting_most", Integer.class), row.getBoolean("moderated"), row.getInt("taken"),
				row.getInt("waiting"));
	}

	/** {@code null} for null. */
	static Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
		return (at == null) ? null : at.toInstant();
	}

	static OffsetDateTime utc(Instant at) {
		return (at == null) ? null : at.atOffset(ZoneOffset.UTC);
	}

}
