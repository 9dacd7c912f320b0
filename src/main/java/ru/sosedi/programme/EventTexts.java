package ru.sosedi.programme;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.sosedi.documents.Markdown;

/**
 * The wide part of an event: its description, rendered once, and what search finds it by.
 */
@Component
class EventTexts {

	private static final List<Locale> LANGUAGES = List.of(Locale.of("ru"), Locale.ENGLISH);

	private static final String YO = "\u0451";

	private static final String YE = "\u0435";

	private final JdbcClient jdbc;

	private final EventPartners partners;

	private final MessageSource messages;

	EventTexts(JdbcClient jdbc, EventPartners partners, MessageSource messages) {
		this.jdbc = jdbc;
		this.partners = partners;
		this.messages = messages;
	}

	record Text(String description, String html) {
	}

	Optional<Text> find(UUID eventId) {
		return this.jdbc.sql("select description, description_html from event_text where event_id = ?")
			.param(eventId)
			.query((row, _) -> new Text(row.getString(1), row.getString(2)))
			.optional();
	}

	/** The event's row must be flushed. */
	void write(Event event, String description) {
		EventDetails details = event.details(description);
		String html = Markdown.toHtml(description);
		String title = details.title();
		String labels = labels(details);
		// The configuration "russian" stems Latin words as English ones; "simple" keeps
		// names whole.
		this.jdbc.sql("""
				insert into event_text (event_id, description, description_html, search, words)
				values (:id, :description, :html,
					setweight(to_tsvector('russian', :title), 'A') || setweight(to_tsvector('simple', :title), 'A')
					|| setweight(to_tsvector('russian', :near), 'B') || setweight(to_tsvector('russian', :labels), 'C')
					|| setweight(to_tsvector('russian', :text), 'D'),
					:words)
				on conflict (event_id) do update set description = excluded.description,
					description_html = excluded.description_html, search = excluded.search, words = excluded.words
				""")
			.param("id", event.id())
			.param("description", description)
			.param("html", html)
			.param("title", bothSpellings(title))
			.param("near", bothSpellings(details.summary() + " " + event.centre().name()))
			.param("labels", bothSpellings(labels))
			.param("text", bothSpellings(Markdown.toText(html)))
			.param("words", words(event, details))
			.update();
	}

	private String labels(EventDetails details) {
		Stream<String> keys = Stream
			.of(List.of(details.form().messageKey()), keys(details.themes(), Theme::messageKey),
					keys(details.audiences(), Audience::messageKey))
			.flatMap(Collection::stream);
		return Stream
			.concat(keys.flatMap((key) -> LANGUAGES.stream().map((language) -> label(key, language))),
					this.partners.named(details.partners()).stream().map(EventPartner::name))
			.collect(Collectors.joining(" "));
	}

	private String words(Event event, EventDetails details) {
		Locale russian = LANGUAGES.getFirst();
		return Stream
			.concat(Stream.of(details.title(), label(details.form().messageKey(), russian), event.centre().name()),
					keys(details.themes(), Theme::messageKey).stream().map((key) -> label(key, russian)))
			.collect(Collectors.joining(" "))
			.toLowerCase(russian);
	}

	private static <T> List<String> keys(Collection<T> values, Function<T, String> key) {
		return values.stream().map(key).sorted().toList();
	}

	private String label(String key, Locale language) {
		return this.messages.getMessage(key, null, language);
	}

	/** Russian is typed with and without the letter yo: both are found. */
	private static String bothSpellings(String text) {
		String plain = text.toLowerCase(LANGUAGES.getFirst()).replace(YO, YE);
		return plain.contentEquals(text.toLowerCase(LANGUAGES.getFirst())) ? text : text + " " + plain;
	}

}
