package ru.sosedi.programme;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import ru.sosedi.shared.Ids;

/**
 * Published events as plain rows, for tests of what residents read: quick, and free to
 * say what no form would let through.
 */
public final class ProgrammeRows {

	private final JdbcClient jdbc;

	private ProgrammeRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	public static ProgrammeRows in(JdbcClient jdbc) {
		return new ProgrammeRows(jdbc);
	}

	/** A centre of its own, so that a test can look at nothing but its own rows. */
	public record Centre(UUID id, UUID libraryId, UUID roomId, String slug, String zone) {

	}

	public Centre centre(String name) {
		return centre(name, "Asia/Yekaterinburg", "Заречный");
	}

	public Centre centre(String name, String zone, String district) {
		UUID library = Ids.next();
		Centre centre = new Centre(Ids.next(), library, Ids.next(), "c" + library.toString().substring(14), zone);
		UUID system = this.jdbc.sql("select id from library_system where inn = '0000123450'")
			.query(UUID.class)
			.optional()
			.orElseGet(this::system);
		this.jdbc
			.sql("""
					insert into library (id, library_system_id, name, slug, address, district, time_zone, latitude, longitude,
					    phone, version)
					values (:id, :system, 'Библиотека', :slug, 'ул. Кедровая, 12', :district, :zone, 57.1, 65.5,
					    '+73452000000', 0)
					""")
			.param("id", library)
			.param("system", system)
			.param("slug", centre.slug())
			.param("district", district)
			.param("zone", zone)
			.update();
		this.jdbc.sql("insert into library_accessibility values (:id, 'MOBILITY', 'FULL', null)")
			.param("id", library)
			.update();
		this.jdbc.sql("""
				insert into room (id, library_id, name, kind, seats, noise, step_free, needs_staff, version)
				values (:id, :library, 'Читальный зал', 'READING_ROOM', 20, 'QUIET', true, false, 0)
				""").param("id", centre.roomId()).param("library", library).update();
		this.jdbc.sql("""
				insert into neighbourhood_centre (id, library_id, kind, name, slug, state, opened_on, version)
				values (:id, :library, 'NEIGHBOURHOOD_CENTRE', :name, :slug, 'OPEN', '2024-01-01', 0)
				""")
			.param("id", centre.id())
			.param("library", library)
			.param("name", name)
			.param("slug", centre.slug())
			.update();
		return centre;
	}

	private UUID system() {
		UUID id = Ids.next();
		this.jdbc.sql("""
				insert into library_system (id, name, short_name, inn, ogrn, address, version)
				values (:id, 'Библиотечная система', 'БС', '0000123450', '1000000123452', 'ул. Кедровая, 1', 0)
				""").param("id", id).update();
		return id;
	}

	public Draft event(Centre centre, String title) {
		return new Draft(centre, title);
	}

	/** An event in the making; {@link #save()} writes it. */
	public final class Draft {

		private final UUID id = Ids.next();

		private final Centre centre;

		private final Map<String, Object> values = new LinkedHashMap<>();

		private final List<String> audiences = new ArrayList<>();

		private final List<String> themes = new ArrayList<>();

		private final List<UUID> partners = new ArrayList<>();

		private final List<Map<String, Object>> dates = new ArrayList<>();

		private Draft(Centre centre, String title) {
			this.centre = centre;
			this.values.putAll(
					Map.of("form", "WORKSHOP", "title", title, "summary", "Приходите.", "age", 6, "mode", "IN_HOUSE",
							"admission", "FREE_ENTRY", "language", "ru", "accessible", false, "state", "PUBLISHED"));
			this.values.put("description", "Складываем бумагу.");
			this.values.put("contact", null);
			this.values.put("reason", null);
		}

		public Draft with(String name, Object value) {
			this.values.put(name, value);
			return this;
		}

		public Draft audience(Audience audience) {
			this.audiences.add(audience.name());
			return this;
		}

		public Draft theme(Theme theme) {
			this.themes.add(theme.name());
			return this;
		}

		/** An NGO that is only named. */
		public Draft partner(String name) {
			UUID id = Ids.next();
			ProgrammeRows.this.jdbc.sql("""
					insert into ngo (id, slug, state, short_name, phone_public, email_public, version)
					values (:id, 'ngo-' || replace(cast(:id as text), '-', ''), 'NAMED', :name, false, false, 0)
					""").param("id", id).param("name", name).update();
			return partner(id);
		}

		public Draft partner(UUID ngoId) {
			this.partners.add(ngoId);
			return this;
		}

		public Draft at(Instant start) {
			return at(start, null);
		}

		/** A date cancelled for that reason; {@code null} for one that takes place. */
		public Draft at(Instant start, String cancellation) {
			Map<String, Object> date = new LinkedHashMap<>();
			date.put("start", start);
			date.put("reason", cancellation);
			this.dates.add(date);
			return this;
		}

		public UUID save() {
			JdbcClient jdbc = ProgrammeRows.this.jdbc;
			jdbc.sql(
					"""
							insert into event (id, centre_id, form, title, slug, summary, age_mark, delivery_mode, admission,
							    language, accessible, contact, state, published_at, cancelled_at, cancellation_reason, sequence,
							    created_at, changed_at, version)
							values (:id, :centre, :form, :title, 'slug-of-it', :summary, :age, :mode, :admission, :language,
							    :accessible, :contact, :state, now(), case when cast(:reason as text) is null then null else now() end,
							    :reason, 0, now(), now(), 0)
							""")
				.param("id", this.id)
				.param("centre", this.centre.id())
				.params(this.values)
				.update();
			jdbc.sql(
					"""
							insert into event_text (event_id, description, description_html, search, words)
							values (:id, :description, '<p>' || :description || '</p>',
							    setweight(to_tsvector('russian', :title), 'A') || setweight(to_tsvector('russian', :summary), 'B')
							    || setweight(to_tsvector('russian', :description), 'D'), lower(:title))
							""")
				.param("id", this.id)
				.param("description", this.values.get("description"))
				.param("title", this.values.get("title"))
				.param("summary", this.values.get("summary"))
				.update();
			rows("event_audience", "audience", this.audiences);
			rows("event_theme", "theme", this.themes);
			for (int i = 0; i < this.partners.size(); i++) {
				jdbc.sql("insert into event_partner (event_id, position, ngo_id, leads) values (?, ?, ?, false)")
					.params(this.id, i, this.partners.get(i))
					.update();
			}
			this.dates.forEach(this::save);
			return this.id;
		}

		private void rows(String table, String column, List<String> values) {
			values.forEach((value) -> ProgrammeRows.this.jdbc
				.sql("insert into " + table + " (event_id, " + column + ") values (?, ?)")
				.params(this.id, value)
				.update());
		}

		private void save(Map<String, Object> date) {
			Instant start = (Instant) date.get("start");
			ProgrammeRows.this.jdbc.sql("""
					insert into occurrence (id, event_id, starts_at, ends_at, time_zone, room_id, capacity, state,
					    cancellation_reason, changed_alone, sequence, changed_at, listed, version)
					values (:id, :event, :start, :end, :zone, :room, 12, :state, :reason, false, 0, now(), :listed, 0)
					""")
				.param("id", Ids.next())
				.param("event", this.id)
				.param("start", start.atOffset(ZoneOffset.UTC))
				.param("end", start.plus(Duration.ofMinutes(90)).atOffset(ZoneOffset.UTC))
				.param("zone", this.centre.zone())
				.param("room", this.centre.roomId())
				.param("state", (date.get("reason") != null) ? "CANCELLED" : "SCHEDULED")
				.param("reason", date.get("reason"))
				.param("listed", !this.values.get("state").equals("DRAFT"))
				.update();
		}

	}

}
