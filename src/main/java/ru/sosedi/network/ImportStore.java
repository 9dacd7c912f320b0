package ru.sosedi.network;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import ru.sosedi.documents.TableFile;

/** The uploaded files and their rows, as an administrator looks at them. */
@Repository
class ImportStore {

	static final int PAGE = 50;

	private static final int LATEST = 20;

	private static final String DRAFT = """
			select d.id, d.kind, d.file_name, d.library_system_id, s.short_name, d.created_by_name, d.created_at, d.state,
				d.rows_total, d.rows_done, d.header, d.unknown_columns, d.problem, d.finished_at,
				(select coalesce(jsonb_object_agg(c.verdict, c.n), '{}') from (
					select r.verdict, count(*) n from import_row r where r.import_draft_id = d.id group by r.verdict) c) counts
			from import_draft d
			join library_system s on s.id = d.library_system_id
			""";

	private final JdbcClient jdbc;

	private final JdbcTemplate batches;

	private final JsonMapper json;

	ImportStore(JdbcClient jdbc, JdbcTemplate batches, JsonMapper json) {
		this.jdbc = jdbc;
		this.batches = batches;
		this.json = json;
	}

	void add(UUID id, ImportKind kind, UUID systemId, String fileName, byte[] content, UUID by, String byName,
			Instant at) {
		this.jdbc.sql("""
				insert into import_draft (id, kind, library_system_id, file_name, content, created_by, created_by_name,
					created_at, state)
				values (?, ?, ?, ?, ?, ?, ?, ?, 'READING')
				""")
			.params(Arrays.asList(id, kind.name(), systemId, fileName, content, by, byName, Timestamp.from(at)))
			.update();
	}

	Optional<ImportDraft> draft(UUID id) {
		return this.jdbc.sql(DRAFT + "where d.id = ?").param(id).query(this::toDraft).optional();
	}

	List<ImportDraft> latest() {
		return this.jdbc.sql(DRAFT + "order by d.created_at desc, d.id limit ?")
			.param(LATEST)
			.query(this::toDraft)
			.list();
	}

	private ImportDraft toDraft(ResultSet row, int n) throws SQLException {
		Map<ImportVerdict, Integer> counts = new EnumMap<>(ImportVerdict.class);
		this.json.readTree(row.getString("counts"))
			.forEachEntry((verdict, count) -> counts.put(ImportVerdict.valueOf(verdict), count.asInt()));
		String problem = row.getString("problem");
		Timestamp finished = row.getTimestamp("finished_at");
		return new ImportDraft(row.getObject("id", UUID.class), ImportKind.valueOf(row.getString("kind")),
				row.getString("file_name"), row.getObject("library_system_id", UUID.class), row.getString("short_name"),
				row.getString("created_by_name"), row.getTimestamp("created_at").toInstant(),
				ImportState.valueOf(row.getString("state")), row.getInt("rows_total"), row.getInt("rows_done"),
				List.of((String[]) row.getArray("header").getArray()),
				List.of((String[]) row.getArray("unknown_columns").getArray()),
				(problem == null) ? null : this.json.readValue(problem, ImportProblem.class),
				(finished == null) ? null : finished.toInstant(), counts);
	}

	/**
	 * At most {@link #PAGE} rows and one that tells whether there are more.
	 * @param verdict {@code null} for all
	 * @param place and
	 * @param number the last row that was seen; zeros for the beginning
	 */
	List<ImportRow> rows(UUID id, ImportVerdict verdict, int place, int number) {
		return this.jdbc.sql("""
				select details from import_row
				where import_draft_id = :id and (place, row_number) > (:place, :number)
					and (cast(:verdict as text) is null or verdict = :verdict)
				order by place, row_number
				limit :most
				""")
			.param("id", id)
			.param("place", place)
			.param("number", number)
			.param("verdict", (verdict == null) ? null : verdict.name())
			.param("most", PAGE + 1)
			.query(this::toRow)
			.list();
	}

	/** The refused rows in the order of the file. */
	List<ImportRow> refused(UUID id) {
		return this.jdbc
			.sql("""
					select details from import_row where import_draft_id = ? and verdict = 'REFUSE' order by row_number limit ?
					""")
			.param(id)
			.param(TableFile.MOST_ROWS)
			.query(this::toRow)
			.list();
	}

	/** Rows still to be written, in the order of the file. */
	List<ImportRow> waiting(UUID id, int most) {
		return this.jdbc.sql("""
				select details from import_row
				where import_draft_id = ? and not written and verdict in ('ADD', 'CHANGE')
				order by row_number
				limit ?
				""").param(id).param(most).query(this::toRow).list();
	}

	private ImportRow toRow(ResultSet row, int n) throws SQLException {
		return this.json.readValue(row.getString(1), ImportRow.class);
	}

	void addRows(UUID id, List<ImportRow> rows) {
		this.batches.batchUpdate("""
				insert into import_row (import_draft_id, row_number, verdict, title, details)
				values (?, ?, ?, ?, ?::jsonb)
				""", rows, rows.size(), (statement, row) -> {
			statement.setObject(1, id);
			statement.setInt(2, row.number());
			statement.setString(3, row.verdict().name());
			statement.setString(4, row.title());
			statement.setString(5, this.json.writeValueAsString(row));
		});
	}

	void clearRows(UUID id) {
		this.jdbc.sql("delete from import_row where import_draft_id = ?").param(id).update();
	}

	/** What became of a row when it was to be written. */
	void settle(UUID id, ImportRow row) {
		this.jdbc.sql("""
				update import_row set verdict = ?, details = ?::jsonb, written = ?
				where import_draft_id = ? and row_number = ?
				""")
			.params(row.verdict().name(), this.json.writeValueAsString(row), row.verdict() != ImportVerdict.REFUSE, id,
					row.number())
			.update();
	}

	/** From the preview to the writing; false when the draft was not ready. */
	boolean confirm(UUID id, UUID by, String byName, Instant at) {
		return this.jdbc.sql("""
				update import_draft set state = 'APPLYING', confirmed_by = ?, confirmed_by_name = ?, confirmed_at = ?,
					attempts = 0, rows_done = 0, rows_total = (select count(*) from import_row r
						where r.import_draft_id = import_draft.id and r.verdict in ('ADD', 'CHANGE'))
				where id = ? and state = 'READY'
				""").params(Arrays.asList(by, byName, Timestamp.from(at), id)).update() == 1;
	}

	/** False while it is being written, and when it is not there. */
	boolean remove(UUID id) {
		return this.jdbc.sql("delete from import_draft where id = ? and state <> 'APPLYING'").param(id).update() == 1;
	}

	int removeBefore(Instant moment) {
		return this.jdbc.sql("delete from import_draft where created_at < ? and state in ('READY', 'DONE', 'FAILED')")
			.param(Timestamp.from(moment))
			.update();
	}

}
