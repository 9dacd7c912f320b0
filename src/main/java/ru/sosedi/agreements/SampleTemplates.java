package ru.sosedi.agreements;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.accounts.Actor;
import ru.sosedi.shared.NotFoundException;
import tools.jackson.databind.json.JsonMapper;

/**
 * One template of each kind, marked as a sample that a lawyer has to look at. They stand
 * in {@code agreements/templates}: the frame as JSON, the clauses as text in which
 * {@code # } begins a section, {@code - } a clause, {@code ! } a recital and {@code + }
 * an appendix.
 */
@Service
@Transactional(readOnly = true)
public class SampleTemplates {

	private static final String PLACE = "agreements/templates/";

	private static final Map<String, ClausePart> MARKS = Map.of("! ", ClausePart.RECITAL, "# ", ClausePart.SECTION,
			"- ", ClausePart.CLAUSE, "+ ", ClausePart.APPENDIX);

	private final AgreementTemplates templates;

	private final JsonMapper json;

	private final JdbcClient jdbc;

	SampleTemplates(AgreementTemplates templates, JsonMapper json, JdbcClient jdbc) {
		this.templates = templates;
		this.json = json;
		this.jdbc = jdbc;
	}

	/**
	 * Adds the samples that are not there yet, by kind and title; what was changed or
	 * retired stays as it is.
	 * @return how many were added
	 * @throws NotFoundException for anybody but coordinators and administrators
	 */
	@Transactional
	public int install(Actor actor) {
		if (!AgreementAccess.keeps(actor)) {
			throw new NotFoundException("templates for " + actor.accountId());
		}
		this.jdbc.sql("select pg_advisory_xact_lock(hashtext('agreement_template'))").query((_, _) -> 0).single();
		int added = 0;
		for (AgreementKind kind : AgreementKind.values()) {
			String name = kind.name().toLowerCase(Locale.ROOT);
			TemplateDetails details = this.json.readValue(text(name + ".json"), TemplateDetails.class);
			boolean there = this.templates.all()
				.stream()
				.anyMatch((row) -> row.kind() == kind && row.title().equals(details.title()));
			if (!there) {
				this.templates.create(actor, details, clauses(text(name + ".txt")));
				added++;
			}
		}
		return added;
	}

	private static List<ClauseWords> clauses(String text) {
		List<ClauseWords> clauses = new ArrayList<>();
		ClausePart part = null;
		StringBuilder words = new StringBuilder();
		for (String line : (text + "\n").split("\n", -1)) {
			String mark = (line.length() > 1) ? line.substring(0, 2) : "";
			if (MARKS.containsKey(mark)) {
				add(clauses, part, words);
				part = MARKS.get(mark);
				words.append(line.substring(2)).append('\n');
			}
			else {
				words.append(line.startsWith("  ") ? line.substring(2) : line).append('\n');
			}
		}
		add(clauses, part, words);
		return clauses;
	}

	// a section and an appendix have their heading in the first line
	private static void add(List<ClauseWords> clauses, ClausePart part, StringBuilder words) {
		String text = words.toString().strip();
		words.setLength(0);
		if (part == null) {
			return;
		}
		boolean headed = part == ClausePart.SECTION || part == ClausePart.APPENDIX;
		int end = text.indexOf('\n');
		String first = (end < 0) ? text : text.substring(0, end);
		clauses.add(headed ? new ClauseWords(part, first, (end < 0) ? "" : text.substring(end + 1))
				: new ClauseWords(part, "", text));
	}

	private static String text(String name) {
		try {
			return new ClassPathResource(PLACE + name).getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
