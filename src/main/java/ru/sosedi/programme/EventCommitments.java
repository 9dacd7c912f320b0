package ru.sosedi.programme;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.accounts.Actor;
import ru.sosedi.agreements.CommitmentKind;

/** What events count towards, for the modules above. Who may read is asked before. */
@Service
@Transactional(readOnly = true)
public class EventCommitments {

	private final JdbcClient jdbc;

	private final Clock clock;

	EventCommitments(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** The latest agreement first, in the order of its text. One statement. */
	public List<CountedCommitment> of(UUID eventId) {
		return this.jdbc.sql("""
				select c.id, c.kind, c.what, c.amount, a.id as agreement_id, a.number, s.in_force_from,
					least(s.last_day, s.terminated_last_day) as ends
				from event_commitment x
				join commitment c on c.id = x.commitment_id
				join agreement a on a.id = c.agreement_id
				join agreement_standing s on s.id = a.id
				where x.event_id = :event
				order by a.id desc, c.position, c.id
				""").param("event", eventId).query((row, _) -> commitment(row)).list();
	}

	private static CountedCommitment commitment(ResultSet row) throws SQLException {
		return new CountedCommitment(row.getObject("id", UUID.class), CommitmentKind.valueOf(row.getString("kind")),
				row.getString("what"), row.getBigDecimal("amount").stripTrailingZeros(),
				row.getObject("agreement_id", UUID.class), row.getString("number"),
				row.getObject("in_force_from", LocalDate.class), row.getObject("ends", LocalDate.class));
	}

	/** Whether somebody has said what the event counts towards, be it nothing. */
	boolean isChosen(UUID eventId) {
		return this.jdbc.sql("select exists (select from commitment_choice where event_id = ?)")
			.param(eventId)
			.query(Boolean.class)
			.single();
	}

	@Transactional
	void choose(Actor actor, UUID eventId, Collection<UUID> commitments) {
		this.jdbc.sql("""
				insert into commitment_choice (event_id, chosen_at, chosen_by) values (:event, :now, :by)
				on conflict (event_id) do update set chosen_at = excluded.chosen_at, chosen_by = excluded.chosen_by
				""")
			.param("event", eventId)
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("by", actor.accountId())
			.update();
		this.jdbc.sql("delete from event_commitment where event_id = ?").param(eventId).update();
		for (UUID commitment : Set.copyOf(commitments)) {
			this.jdbc.sql("insert into event_commitment (event_id, commitment_id) values (?, ?)")
				.params(eventId, commitment)
				.update();
		}
	}

}
