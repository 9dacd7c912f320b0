package ru.sosedi.agreements;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AgreementTextTests {

	private final List<Clause> clauses = new ArrayList<>();

	@Test
	void clausesAreNumberedWithinTheirSections() {
		add(ClausePart.RECITAL, "", "Стороны договорились");
		add(ClausePart.SECTION, "Предмет", "");
		add(ClausePart.CLAUSE, "", "Первый");
		add(ClausePart.CLAUSE, "", "Второй");
		add(ClausePart.SECTION, "Срок", "");
		add(ClausePart.CLAUSE, "", "Третий");
		add(ClausePart.APPENDIX, "План", "");
		assertThat(AgreementText.of(this.clauses, Map.of()).clauses()).extracting(NumberedClause::number)
			.containsExactly("", "1", "1.1", "1.2", "2", "2.1", "1");
	}

	@Test
	void fieldsAreFilledAndMissingOnesAreNamed() {
		add(ClausePart.CLAUSE, "Для {{side1.shortName}}", "До {{endsOn}} у {{ side1.shortName }}");
		AgreementText text = AgreementText.of(this.clauses, Map.of("side1.shortName", "«Ромашка»"));
		assertThat(text.clauses().getFirst().heading()).isEqualTo("Для «Ромашка»");
		assertThat(text.clauses().getFirst().html()).contains("у «Ромашка»").contains(AgreementText.GAP);
		assertThat(text.missing()).containsExactly("endsOn");
	}

	@Test
	void valueIsWordsAndNeverMarkup() {
		add(ClausePart.CLAUSE, "", "Название: {{title}}");
		String html = AgreementText.of(this.clauses, Map.of("title", "**жирно** <b>x</b> [y](/z) \\ $1 {{endsOn}}"))
			.clauses()
			.getFirst()
			.html();
		assertThat(html).contains("**жирно**").doesNotContain("<strong>").doesNotContain("<b>").doesNotContain("href");
	}

	private void add(ClausePart part, String heading, String body) {
		this.clauses.add(new Clause(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), this.clauses.size() + 1,
				part, heading, body, null, null, Instant.EPOCH, "x", 0));
	}

}
