package ru.sosedi.programme;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A {@link ProgrammeFilter} as SQL over {@code occurrence o}, {@code event e},
 * {@code neighbourhood_centre c} and {@code library l}. Whatever a visitor sent is a
 * parameter, never part of the statement.
 */
final class ProgrammeConditions {

	/** A running event of yesterday evening still belongs to today. */
	private static final Duration LONGEST_RUNNING = Duration.ofDays(1);

	/**
	 * So many matches of a search are sorted; of more than that the nearest are found by
	 * walking along the dates, which then is quick. Either way no rank is computed.
	 */
	private static final int FEW = 500;

	private final List<String> conditions = new ArrayList<>(List.of("o.listed"));

	private final Map<String, Object> parameters = new LinkedHashMap<>();

	private SearchText search;

	private ProgrammeConditions() {
	}

	/**
	 * @param zone where the days of the filter begin and end
	 */
	static ProgrammeConditions of(ProgrammeFilter filter, Instant now, ZoneId zone) {
		ProgrammeConditions all = new ProgrammeConditions();
		all.days(filter.days(LocalDate.ofInstant(now, zone)), now, zone);
		all.about(filter);
		return all;
	}

	/** From one moment to before another, whatever days the filter names. */
	static ProgrammeConditions between(ProgrammeFilter filter, Instant from, Instant until) {
		ProgrammeConditions all = new ProgrammeConditions();
		all.add("o.starts_at >= :from", "from", at(from));
		all.add("o.starts_at < :until", "until", at(until));
		all.about(filter);
		return all;
	}

	private void days(DaySpan days, Instant now, ZoneId zone) {
		if (days.from().equals(LocalDate.ofInstant(now, zone))) {
			add("o.starts_at > :earliest and o.ends_at > :now", "earliest", at(now.minus(LONGEST_RUNNING)));
			this.parameters.put("now", at(now));
		}
		else {
			add("o.starts_at >= :from", "from", at(days.from().atStartOfDay(zone).toInstant()));
		}
		if (days.to() != null) {
			add("o.starts_at < :until", "until", at(days.to().plusDays(1).atStartOfDay(zone).toInstant()));
		}
	}

	private void about(ProgrammeFilter filter) {
		addAny("c.slug = any(:centres)", "centres", filter.centres());
		if (!filter.partners().isEmpty()) {
			add("e.id in (select p.event_id from event_partner p where p.ngo_id = any(:partners))", "partners",
					filter.partners().stream().map(UUID::fromString).toArray(UUID[]::new));
		}
		addAny("l.district = any(:districts)", "districts", filter.districts());
		addAny("exists (select from event_audience a where a.event_id = e.id and a.audience = any(:audiences))",
				"audiences", filter.audiences());
		addAny("exists (select from event_theme h where h.event_id = e.id and h.theme = any(:themes))", "themes",
				filter.themes());
		addAny("e.form = any(:forms)", "forms", filter.forms());
		if (filter.age() != null) {
			add("e.age_mark <= :age", "age", filter.age());
		}
		if (filter.mode() != null) {
			add("e.delivery_mode = :mode", "mode", filter.mode().name());
		}
		if (filter.language() != null) {
			add("e.language = :language", "language", filter.language());
		}
		if (filter.accessible()) {
			this.conditions.add("e.accessible");
		}
		if (filter.freeEntry()) {
			this.conditions.add("e.admission = 'FREE_ENTRY'");
		}
		if (filter.text() != null) {
			this.search = SearchText.of(filter.text());
			this.parameters.putAll(this.search.parameters());
		}
	}

	/** Goes on behind that row, in the order of {@code (starts_at, id)}. */
	ProgrammeConditions after(ProgrammeCursor cursor) {
		if (cursor != null) {
			add("(o.starts_at, o.id) > (:cursorAt, :cursorId)", "cursorAt", at(cursor.startsAt()));
			this.parameters.put("cursorId", cursor.occurrenceId());
		}
		return this;
	}

	ProgrammeConditions and(String condition, String name, Object value) {
		add(condition, name, value);
		return this;
	}

	/** A value that the select list needs. */
	ProgrammeConditions parameter(String name, Object value) {
		this.parameters.put(name, value);
		return this;
	}

	private void addAny(String condition, String name, Collection<?> values) {
		if (!values.isEmpty()) {
			add(condition, name, values.stream().map(ProgrammeConditions::plain).toArray(String[]::new));
		}
	}

	private static String plain(Object value) {
		return (value instanceof Enum<?> constant) ? constant.name() : value.toString();
	}

	private void add(String condition, String name, Object value) {
		this.conditions.add(condition);
		this.parameters.put(name, value);
	}

	/** For the driver, which takes no {@link Instant}. */
	static OffsetDateTime at(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

	/**
	 * The first keys of the list: {@code starts_at, id}, at most {@code :most} of them.
	 */
	String keys() {
		return (this.search == null) ? keysFrom("occurrence o join event e on e.id = o.event_id", "true") : """
				with hits as materialized (
				    select t.event_id from event_text t where t.search @@ %1$s limit %2$d + 1),
				few as materialized (select count(*) <= %2$d as yes from hits)
				(%3$s)
				union all
				(%4$s)
				order by starts_at, id
				""".formatted(this.search.query(), FEW,
				keysFrom("hits h join occurrence o on o.event_id = h.event_id join event e on e.id = o.event_id",
						"(select yes from few)"),
				keysFrom("""
						occurrence o join event e on e.id = o.event_id
						join event_text t on t.event_id = e.id and t.search @@ """ + this.search.query(),
						"not (select yes from few)"));
	}

	private String keysFrom(String tables, String condition) {
		return """
				select o.starts_at, o.id from %s
				join neighbourhood_centre c on c.id = e.centre_id join library l on l.id = c.library_id
				where %s and %s
				order by o.starts_at, o.id limit :most""".formatted(tables, condition,
				String.join(" and ", this.conditions));
	}

	/** The search, or {@code null}. */
	SearchText search() {
		return this.search;
	}

	JdbcClient.StatementSpec bindTo(JdbcClient.StatementSpec statement) {
		return statement.params(this.parameters);
	}

}
