package ru.sosedi.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The trail as its administrator reads it; nobody changes it, the database sees to that.
 */
@Service
@Transactional(readOnly = true)
public class AuditTrail {

	/** The most lines that one page shows. */
	public static final int PAGE = 50;

	private final JdbcClient jdbc;

	private final JsonMapper json;

	AuditTrail(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/**
	 * Newest first.
	 * @param after the last line of the page before, or {@code null} for the first page
	 * @return up to {@link #PAGE} lines and one more if there is a next page
	 */
	public List<AuditRecord> newestFirst(AuditQuery query, UUID after) {
		return this.jdbc.sql("""
				select id, at, actor_id, actor_name, action, subject_type, subject_id, subject_name, before, after,
					network_address
				from audit_record
				where (cast(:person as text) is null or actor_name ilike :person)
				and (cast(:action as text) is null or action = :action)
				and (cast(:subject as text) is null or subject_name ilike :subject)
				and (cast(:subjectId as text) is null or subject_id = :subjectId)
				and (cast(:from as timestamptz) is null or at >= :from)
				and (cast(:until as timestamptz) is null or at < :until)
				and (cast(:after as uuid) is null
					or (at, id) < (select last.at, last.id from audit_record last where last.id = :after))
				order by at desc, id desc
				limit :limit
				""")
			.param("person", containing(query.person()))
			.param("action", query.action())
			.param("subject", containing(query.subject()))
			.param("subjectId", query.subjectId())
			.param("from", utc(query.from()))
			.param("until", utc(query.until()))
			.param("after", after)
			.param("limit", PAGE + 1)
			.query((row, number) -> line(row))
			.list();
	}

	/** Every action that stands in the trail, in alphabetical order. */
	public List<String> actions() {
		// Hops from one action to the next through the index, however long the trail is.
		return this.jdbc.sql("""
				with recursive hop as (
					(select action from audit_record order by action limit 1)
					union all
					select (select r.action from audit_record r where r.action > hop.action order by r.action limit 1)
					from hop where hop.action is not null
				)
				select action from hop where action is not null
				""").query(String.class).list();
	}

	private AuditRecord line(ResultSet row) throws SQLException {
		return new AuditRecord(row.getObject("id", UUID.class), row.getTimestamp("at").toInstant(),
				row.getObject("actor_id", UUID.class), row.getString("actor_name"), row.getString("action"),
				row.getString("subject_type"), row.getString("subject_id"), row.getString("subject_name"),
				changes(row.getString("before"), row.getString("after")), row.getString("network_address"));
	}

	private List<AuditRecord.Change> changes(String before, String after) {
		Map<String, String> old = fields(before);
		Map<String, String> now = fields(after);
		TreeSet<String> names = new TreeSet<>(old.keySet());
		names.addAll(now.keySet());
		return names.stream().map((name) -> new AuditRecord.Change(name, old.get(name), now.get(name))).toList();
	}

	private Map<String, String> fields(String text) {
		return (text != null) ? this.json.readValue(text, new TypeReference<Map<String, String>>() {
		}) : Map.of();
	}

	// What was typed is text to look for, not a pattern.
	private static String containing(String text) {
		return (text != null) ? "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%" : null;
	}

	private static Object utc(Instant moment) {
		return (moment != null) ? moment.atOffset(ZoneOffset.UTC) : null;
	}

}
