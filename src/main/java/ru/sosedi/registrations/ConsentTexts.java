package ru.sosedi.registrations;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.accounts.Actor;
import ru.sosedi.shared.Audited;
import ru.sosedi.shared.Ids;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.TypedText;

/** The wording that people agree to; the newest version of each purpose is in force. */
@Service
@Transactional(readOnly = true)
public class ConsentTexts {

	private static final String OPERATOR = "{operator}";

	private static final int LONGEST = 5000;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher publisher;

	private final Clock clock;

	ConsentTexts(JdbcClient jdbc, ApplicationEventPublisher publisher, Clock clock) {
		this.jdbc = jdbc;
		this.publisher = publisher;
		this.clock = clock;
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

	/** Every version, the one in force first, by purpose and language. */
	public List<Version> versions() {
		return this.jdbc
			.sql("""
					select t.*, row_number() over (partition by t.purpose, t.language order by t.version desc) = 1 as in_force
					from consent_text t order by t.purpose, t.language desc, t.version desc limit 500
					""")
			.query((row, _) -> new Version(ConsentPurpose.valueOf(row.getString("purpose")), row.getString("language"),
					row.getInt("version"), row.getString("words"), SeatsLedger.instant(row, "published_at"),
					row.getBoolean("in_force")))
			.list();
	}

	/** One wording as it is kept, with {@code {operator}} in it. */
	public record Version(ConsentPurpose purpose, String language, int version, String words, Instant publishedAt,
			boolean inForce) {

	}

	/**
	 * Publishes a new wording, in both languages at once. Whoever agreed before agreed to
	 * the older one, which stays.
	 * @throws RefusedException at the field that is empty, too long, or without the place
	 * for the operator's name
	 */
	@Transactional
	public void publish(Actor actor, ConsentPurpose purpose, String russian, String english) {
		insert(actor, purpose, "ru", checked(russian, "russian"));
		insert(actor, purpose, "en", checked(english, "english"));
		this.publisher.publishEvent(new Audited(actor.accountId(), actor.name(), "registrations.consent-text.published",
				"ConsentText", null, purpose.name(), null, null));
	}

	private static String checked(String typed, String field) {
		String words = TypedText.noLonger(TypedText.lines(typed), LONGEST, field);
		if (words.isEmpty() || !words.contains(OPERATOR)) {
			throw new RefusedException(field, "registrations.consent-text.operator");
		}
		return words;
	}

	private void insert(Actor actor, ConsentPurpose purpose, String language, String words) {
		this.jdbc.sql("""
				insert into consent_text (id, purpose, language, version, words, published_at, published_by)
				select :id, :purpose, :language, max(version) + 1, :words, :now, :by from consent_text
				where purpose = :purpose and language = :language
				""")
			.param("id", Ids.next())
			.param("purpose", purpose.name())
			.param("language", language)
			.param("words", words)
			.param("now", SeatsLedger.utc(this.clock.instant()))
			.param("by", actor.accountId())
			.update();
	}

}
