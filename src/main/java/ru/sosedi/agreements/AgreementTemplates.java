package ru.sosedi.agreements;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.accounts.Actor;
import ru.sosedi.partners.PartyKind;
import ru.sosedi.shared.Ids;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.StaleEditException;

/** Keeps the templates of agreements: the work of coordinators and administrators. */
@Service
@Transactional(readOnly = true)
public class AgreementTemplates {

	private static final int MOST = 200;

	private final JdbcClient jdbc;

	private final Agreements agreements;

	private final AgreementTrail trail;

	private final Clock clock;

	AgreementTemplates(JdbcClient jdbc, Agreements agreements, AgreementTrail trail, Clock clock) {
		this.jdbc = jdbc;
		this.agreements = agreements;
		this.trail = trail;
		this.clock = clock;
	}

	/** One line of the list. */
	public record Row(UUID id, AgreementKind kind, String title, boolean sample, boolean retired) {

	}

	/** Those in use first, by kind and title; at most 200. */
	public List<Row> all() {
		return this.jdbc
			.sql("""
					select id, kind, title, sample, retired_at is not null as retired from agreement_template
					order by retired, array_position(array['FRAMEWORK', 'PARTNERSHIP', 'AMENDMENT', 'SCHEDULE', 'VOLUNTEERS'],
						kind), title, id
					limit :most
					""")
			.param("most", MOST)
			.query((row, _) -> new Row(row.getObject("id", UUID.class), AgreementKind.valueOf(row.getString("kind")),
					row.getString("title"), row.getBoolean("sample"), row.getBoolean("retired")))
			.list();
	}

	/**
	 * The template with its clauses.
	 * @throws NotFoundException when there is none
	 */
	public AgreementTemplate get(UUID id) {
		return this.jdbc.sql("select * from agreement_template where id = ?")
			.param(id)
			.query((row, _) -> template(row))
			.optional()
			.orElseThrow(() -> new NotFoundException("template " + id));
	}

	/**
	 * The template, if new agreements may be made from it.
	 * @throws RefusedException at {@code templateId} when not
	 */
	public AgreementTemplate inUse(UUID id) {
		if (id == null || !exists(id)) {
			throw new RefusedException("templateId", "agreements.draft.template.missing");
		}
		AgreementTemplate template = get(id);
		if (template.isRetired()) {
			throw new RefusedException("templateId", "agreements.draft.template.retired", template.title());
		}
		return template;
	}

	private boolean exists(UUID id) {
		return this.jdbc.sql("select exists (select from agreement_template where id = ?)")
			.param(id)
			.query(Boolean.class)
			.single();
	}

	private AgreementTemplate template(ResultSet row) throws SQLException {
		UUID id = row.getObject("id", UUID.class);
		OffsetDateTime retired = row.getObject("retired_at", OffsetDateTime.class);
		return new AgreementTemplate(id,
				new TemplateDetails(AgreementKind.valueOf(row.getString("kind")), row.getString("title"),
						row.getBoolean("sample"), row.getString("notes"), sides(id), fields(id), steps(id)),
				(retired == null) ? null : retired.toInstant(), row.getLong("version"), clauses(id));
	}

	private List<TemplateDetails.Side> sides(UUID id) {
		return this.jdbc.sql("select * from template_party where template_id = ? order by side")
			.param(id)
			.query((row, _) -> new TemplateDetails.Side(row.getString("role_name"),
					PartyKind.valueOf(row.getString("kind"))))
			.list();
	}

	private List<TemplateDetails.Field> fields(UUID id) {
		return this.jdbc.sql("select * from template_field where template_id = ? order by position")
			.param(id)
			.query((row, _) -> new TemplateDetails.Field(row.getString("name"), row.getString("label"),
					FieldType.valueOf(row.getString("type")), row.getBoolean("required")))
			.list();
	}

	private List<TemplateDetails.Step> steps(UUID id) {
		return this.jdbc.sql("select * from template_step where template_id = ? order by position")
			.param(id)
			.query((row, _) -> new TemplateDetails.Step(row.getInt("stage"), StepKind.valueOf(row.getString("kind")),
					row.getString("title"), row.getObject("side", Integer.class)))
			.list();
	}

	private List<TemplateClause> clauses(UUID id) {
		return this.jdbc.sql("select * from template_clause where template_id = ? order by position")
			.param(id)
			.query((row, _) -> new TemplateClause(row.getInt("position"),
					new ClauseWords(ClausePart.valueOf(row.getString("part")), row.getString("heading"),
							row.getString("body"))))
			.list();
	}

	/**
	 * A new template with these clauses.
	 * @throws RefusedException when the text names a field that there is not
	 */
	@Transactional
	public UUID create(Actor actor, TemplateDetails details, List<ClauseWords> clauses) {
		requireKeeper(actor);
		UUID id = Ids.next();
		this.jdbc.sql("insert into agreement_template (id, kind, title, sample, notes) values (?, ?, ?, ?, ?)")
			.params(id, details.kind().name(), details.title(), details.sample(), details.notes())
			.update();
		write(id, details);
		clauses.forEach((words) -> requireKnownFields(words, details));
		for (int index = 0; index < clauses.size(); index++) {
			insert(id, index + 1, clauses.get(index));
		}
		tell(actor, id, details.title(), "agreements.template.created");
		return id;
	}

	/**
	 * @param version the version that was edited
	 * @throws StaleEditException when somebody changed it in between
	 * @throws RefusedException when a clause names a field that would be gone
	 */
	@Transactional
	public void change(Actor actor, UUID id, TemplateDetails details, long version) {
		AgreementTemplate before = forKeeping(actor, id, version);
		before.clauses().forEach((clause) -> requireKnownFields(clause.words(), details));
		this.jdbc.sql("""
				update agreement_template set kind = ?, title = ?, sample = ?, notes = ?, version = version + 1
				where id = ?
				""").params(details.kind().name(), details.title(), details.sample(), details.notes(), id).update();
		this.jdbc.sql("delete from template_party where template_id = ?").param(id).update();
		this.jdbc.sql("delete from template_field where template_id = ?").param(id).update();
		this.jdbc.sql("delete from template_step where template_id = ?").param(id).update();
		write(id, details);
		tell(actor, id, details.title(), "agreements.template.changed");
	}

	/**
	 * Writes the clauses anew, in their order; at most {@link Clause#MOST}.
	 * @param version the version that was edited
	 * @throws StaleEditException when somebody changed it in between
	 */
	@Transactional
	public void rewrite(Actor actor, UUID id, List<ClauseWords> clauses, long version) {
		AgreementTemplate template = forKeeping(actor, id, version);
		if (clauses.size() > Clause.MOST) {
			throw new RefusedException(null, "agreements.clause.many", Clause.MOST);
		}
		clauses.forEach((words) -> requireKnownFields(words, template.details()));
		this.jdbc.sql("delete from template_clause where template_id = ?").param(id).update();
		for (int index = 0; index < clauses.size(); index++) {
			insert(id, index + 1, clauses.get(index));
		}
		this.jdbc.sql("update agreement_template set version = version + 1 where id = ?").param(id).update();
		tell(actor, id, template.title(), "agreements.template.changed");
	}

	/** No new agreement is made from it any more; what was made stays. */
	@Transactional
	public void retire(Actor actor, UUID id) {
		requireKeeper(actor);
		AgreementTemplate template = get(id);
		if (!template.isRetired()) {
			this.jdbc.sql("update agreement_template set retired_at = ?, version = version + 1 where id = ?")
				.params(this.clock.instant().atOffset(ZoneOffset.UTC), id)
				.update();
			tell(actor, id, template.title(), "agreements.template.retired");
		}
	}

	private AgreementTemplate forKeeping(Actor actor, UUID id, long version) {
		requireKeeper(actor);
		this.jdbc.sql("select id from agreement_template where id = ? for update")
			.param(id)
			.query(UUID.class)
			.optional();
		AgreementTemplate template = get(id);
		if (template.version() != version) {
			throw new StaleEditException("template " + id);
		}
		return template;
	}

	private void requireKeeper(Actor actor) {
		if (!this.agreements.keeps(actor)) {
			throw new NotFoundException("templates for " + actor.accountId());
		}
	}

	/** The names that the text of a template may hold in double braces. */
	public SortedSet<String> fieldNames(AgreementTemplate template) {
		SortedSet<String> names = new TreeSet<>(
				TextValues.names(template.details().sides().size(), template.kind().belongsToAnother()));
		template.details().fields().forEach((field) -> names.add(field.name()));
		return names;
	}

	private static void requireKnownFields(ClauseWords words, TemplateDetails details) {
		SortedSet<String> unknown = new TreeSet<>(words.fields());
		unknown.removeAll(TextValues.names(details.sides().size(), details.kind().belongsToAnother()));
		details.fields().forEach((field) -> unknown.remove(field.name()));
		if (!unknown.isEmpty()) {
			throw new RefusedException("body", "agreements.template.unknown-fields", String.join(", ", unknown));
		}
	}

	private void write(UUID id, TemplateDetails details) {
		int number = 0;
		for (TemplateDetails.Side side : details.sides()) {
			this.jdbc.sql("insert into template_party (template_id, side, role_name, kind) values (?, ?, ?, ?)")
				.params(id, ++number, side.roleName(), side.kind().name())
				.update();
		}
		number = 0;
		for (TemplateDetails.Field field : details.fields()) {
			this.jdbc.sql("""
					insert into template_field (template_id, position, name, label, type, required)
					values (?, ?, ?, ?, ?, ?)
					""")
				.params(id, ++number, field.name(), field.label(), field.type().name(), field.required())
				.update();
		}
		number = 0;
		for (TemplateDetails.Step step : details.steps()) {
			this.jdbc.sql("""
					insert into template_step (template_id, position, stage, kind, title, side)
					values (:id, :position, :stage, :kind, :title, cast(:side as int))
					""")
				.param("id", id)
				.param("position", ++number)
				.param("stage", step.stage())
				.param("kind", step.kind().name())
				.param("title", step.title())
				.param("side", step.side())
				.update();
		}
	}

	private void insert(UUID id, int position, ClauseWords words) {
		this.jdbc.sql("insert into template_clause (template_id, position, part, heading, body) values (?, ?, ?, ?, ?)")
			.params(id, position, words.part().name(), words.heading(), words.body())
			.update();
	}

	private void tell(Actor actor, UUID id, String title, String action) {
		this.trail.record(actor, null, title, action, Map.of("template", id.toString(), "title", title));
	}

}
