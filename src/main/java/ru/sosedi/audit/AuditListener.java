package ru.sosedi.audit;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.shared.Audited;
import ru.sosedi.shared.Ids;
import ru.sosedi.shared.NetworkAddress;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the trail within the transaction of the change: neither is there without the
 * other.
 */
@Component
class AuditListener {

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final NetworkAddress networkAddress;

	private final Clock clock;

	AuditListener(JdbcClient jdbc, JsonMapper json, NetworkAddress networkAddress, Clock clock) {
		this.jdbc = jdbc;
		this.json = json;
		this.networkAddress = networkAddress;
		this.clock = clock;
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void on(Audited change) {
		this.jdbc.sql("""
				insert into audit_record (id, at, actor_id, actor_name, action, subject_type, subject_id, subject_name,
					before, after, network_address)
				values (:id, :at, :actorId, :actorName, :action, :subjectType, :subjectId, :subjectName,
					cast(:before as jsonb), cast(:after as jsonb), :networkAddress)
				""")
			.param("id", Ids.next())
			.param("at", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("actorId", change.actorId())
			.param("actorName", storable(change.actorName()))
			.param("action", change.action())
			.param("subjectType", change.subjectType())
			.param("subjectId", change.subjectId())
			.param("subjectName", storable(change.subjectName()))
			.param("before", json(change.before()))
			.param("after", json(change.after()))
			.param("networkAddress", this.networkAddress.current())
			.update();
	}

	private String json(Map<String, String> fields) {
		Map<String, String> storable = new TreeMap<>();
		fields.forEach((field, value) -> storable.put(field, storable(value)));
		return this.json.writeValueAsString(storable);
	}

	// PostgreSQL stores no NUL in text; a trail that fails would undo the change.
	private static String storable(String text) {
		return (text != null) ? text.replace("\0", "") : null;
	}

}
