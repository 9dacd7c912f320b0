package ru.sosedi.partners;

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

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import ru.sosedi.partners.NgoImportRow.Verdict;
import tools.jackson.databind.json.JsonMapper;

/** The uploaded tables of NGOs and their rows. */
@Repository
class NgoImportStore {

	private static final int LATEST = 20;

	private static final String DRAFT = """
			select i.id, i.file_name, i.alliance_id, a.name as alliance_name, i.created_by_name, i.created_at,
				i.confirmed_at, i.header, i.unknown_columns,
				(select coalesce(jsonb_object_agg(c.verdict, c.n), '{}') from (
					select r.verdict, count(*) n from ngo_import_row r where r.ngo_import_id = i.id group by r.verdict) c) counts
			from ngo_import i left join alliance a on a.id = i.alliance_id
			""";

	private final JdbcClient jdbc;

	private final JsonMapper json;

	NgoImportStore(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	void add(UUID id, String fileName, UUID allianceId, String byName, Instant at, NgoImportTable table) {
		this.jdbc
			.sql("""
					insert into ngo_import (id, file_name, alliance_id, created_by_name, created_at, header, unknown_columns)
					values (?, ?, ?, ?, ?, ?, ?)
					""")
			.params(Arrays.asList(id, fileName, allianceId, byName, Timestamp.from(at),
					table.header().toArray(String[]::new), table.unknown().toArray(String[]::new)))
			.update();
	}

	void put(UUID id, NgoImportRow row) {
		this.jdbc
			.sql("""
					insert into ngo_import_row (ngo_import_id, row_number, verdict, details)
					values (:id, :number, :verdict, cast(:details as jsonb))
					on conflict (ngo_import_id, row_number) do update set verdict = excluded.verdict, details = excluded.details
					""")
			.param("id", id)
			.param("number", row.number())
			.param("verdict", row.verdict().name())
			// JSON in PostgreSQL holds no NUL
			.param("details", this.json.writeValueAsString(row).replace("\\u0000", ""))
			.update();
	}

	Optional<NgoImport> find(UUID id) {
		return this.jdbc.sql(DRAFT + "where i.id = ?").param(id).query(this::draft).optional();
	}

	List<NgoImport> latest() {
		return this.jdbc.sql(DRAFT + "order by i.created_at desc, i.id limit ?")
			.param(LATEST)
			.query(this::draft)
			.list();
	}

	/** In the order of the page, errors first. */
	List<NgoImportRow> rows(UUID id) {
		return rows(id, "order by place, row_number");
	}

	List<NgoImportRow> inOrder(UUID id) {
		return rows(id, "order by row_number");
	}

	private List<NgoImportRow> rows(UUID id, String order) {
		return this.jdbc.sql("select details from ngo_import_row where ngo_import_id = :id " + order + " limit :limit")
			.param("id", id)
			.param("limit", NgoImportTable.MOST_ROWS)
			.query((row, number) -> this.json.readValue(row.getString("details"), NgoImportRow.class))
			.list();
	}

	/** Whether it was this call that confirmed it. */
	boolean confirm(UUID id, Instant at) {
		return this.jdbc.sql("update ngo_import set confirmed_at = :at where id = :id and confirmed_at is null")
			.param("at", Timestamp.from(at))
			.param("id", id)
			.update() == 1;
	}

	void remove(UUID id) {
		this.jdbc.sql("delete from ngo_import where id = ?").param(id).update();
	}

	private NgoImport draft(ResultSet row, int number) throws SQLException {
		Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
		this.json.readTree(row.getString("counts"))
			.forEachEntry((verdict, count) -> counts.put(Verdict.valueOf(verdict), count.asInt()));
		Timestamp confirmed = row.getTimestamp("confirmed_at");
		return new NgoImport(row.getObject("id", UUID.class), row.getString("file_name"),
				row.getObject("alliance_id", UUID.class), row.getString("alliance_name"),
				row.getString("created_by_name"), row.getTimestamp("created_at").toInstant(),
				(confirmed == null) ? null : confirmed.toInstant(), texts(row, "header"), texts(row, "unknown_columns"),
				counts);
	}

	private static List<String> texts(ResultSet row, String column) throws SQLException {
		return Arrays.asList((String[]) row.getArray(column).getArray());
	}

}
