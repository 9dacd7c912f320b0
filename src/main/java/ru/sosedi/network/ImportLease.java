package ru.sosedi.network;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.Role;
import ru.sosedi.shared.Ids;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who works on which draft. A lease is renewed with every chunk and ends by itself when
 * its holder dies; a holder that lost it can write nothing more.
 */
@Repository
class ImportLease {

	static final Duration LASTS = Duration.ofMinutes(2);

	/** How often a draft is taken up before it is given up. */
	static final int MOST_ATTEMPTS = 4;

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final Clock clock;

	ImportLease(JdbcClient jdbc, JsonMapper json, Clock clock) {
		this.jdbc = jdbc;
		this.json = json;
		this.clock = clock;
	}

	/**
	 * A draft that this node works on.
	 *
	 * @param actor who confirmed it; before that the portal itself
	 */
	record Job(UUID id, UUID lease, ImportKind kind, UUID systemId, ImportState state, int attempts, Actor actor) {
	}

	/** The oldest draft that nobody works on, taken. */
	Optional<Job> take() {
		Instant now = this.clock.instant();
		return this.jdbc.sql("""
				update import_draft set lease = :lease, leased_until = :until, attempts = attempts + 1
				where id = (
					select id from import_draft
					where state in ('READING', 'APPLYING') and (leased_until is null or leased_until < :now)
					order by created_at
					limit 1
					for update skip locked)
				returning id, lease, kind, library_system_id, state, attempts, confirmed_by, confirmed_by_name
				""")
			.param("lease", Ids.next())
			.param("until", Timestamp.from(now.plus(LASTS)))
			.param("now", Timestamp.from(now))
			.query((row, _) -> new Job(row.getObject("id", UUID.class), row.getObject("lease", UUID.class),
					ImportKind.valueOf(row.getString("kind")), row.getObject("library_system_id", UUID.class),
					ImportState.valueOf(row.getString("state")), row.getInt("attempts"),
					(row.getString("confirmed_by_name") == null) ? Actor.portal()
							: new Actor(row.getObject("confirmed_by", UUID.class), row.getString("confirmed_by_name"),
									Set.of(Role.ADMINISTRATOR))))
			.optional();
	}

	byte[] content(Job job) {
		return this.jdbc.sql("select content from import_draft where id = ?")
			.param(job.id())
			.query(byte[].class)
			.single();
	}

	/** The file was opened: what it holds, and none of it compared yet. */
	void opened(Job job, ImportTable table) {
		keep(job,
				this.jdbc.sql("""
						update import_draft set rows_total = ?, rows_done = 0, header = ?, unknown_columns = ?
						where id = ? and lease = ?
						""")
					.params(table.rows().size(), table.header().toArray(String[]::new),
							table.unknown().toArray(String[]::new), job.id(), job.lease())
					.update());
	}

	/** So many rows more; the lease is renewed. */
	void advance(Job job, int rows) {
		Timestamp until = Timestamp.from(this.clock.instant().plus(LASTS));
		keep(job, this.jdbc.sql("""
				update import_draft set rows_done = rows_done + ?, leased_until = ? where id = ? and lease = ?
				""").params(rows, until, job.id(), job.lease()).update());
	}

	/** The work is over. */
	void finish(Job job, ImportState state, ImportProblem problem) {
		Timestamp at = (state == ImportState.READY) ? null : Timestamp.from(this.clock.instant());
		keep(job, this.jdbc
			.sql("""
					update import_draft set state = ?, problem = ?::jsonb, finished_at = ?, lease = null, leased_until = null,
						attempts = 0
					where id = ? and lease = ?
					""")
			.params(Arrays.asList(state.name(), (problem == null) ? null : this.json.writeValueAsString(problem), at,
					job.id(), job.lease()))
			.update());
	}

	private static void keep(Job job, int updated) {
		if (updated != 1) {
			throw new IllegalStateException("the lease of import " + job.id() + " is lost");
		}
	}

}
