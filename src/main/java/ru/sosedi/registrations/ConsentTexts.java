package ru.sosedi.registrations;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The wording that people agree to; the newest version of each purpose is in force. */
@Service
@Transactional(readOnly = true)
public class ConsentTexts {

	private final JdbcClient jdbc;

	ConsentTexts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * One wording, with the name of whose library holds the event.
	 */
	public record Wording(UUID id, ConsentPurpose purpose, int version, String words) {

	}

	/** What is in force for a date, in the order of the purposes. */
	public List<Wording> of(UUID occurrenceId, Locale language) {
		return this.jdbc.sql("""
				select distinct on (t.purpose) t.id, t.purpose, t.version,
					replace(t.words, '{operator}', ls.name || ', ' || ls.address) as words
				from consent_text t
				cross join occurrence o
				join event e on e.id = o.event_id
				join neighbourhood_centre n on n.id = e.centre_id
				join library l on l.id = n.library_id
				join library_system ls on ls.id = l.library_system_id
				where o.id = :occurrence and t.language = :language
				order by t.purpose, t.version desc
				""")
			.param("occurrence", occurrenceId)
			.param("language", language.getLanguage().equals("en") ? "en" : "ru")
			.query((row, _) -> new Wording(row.getObject("id", UUID.class),
					ConsentPurpose.valueOf(row.getString("purpose")), row.getInt("version"), row.getString("words")))
			.list()
			.stream()
			.sorted((a, b) -> a.purpose().compareTo(b.purpose()))
			.toList();
	}

}
