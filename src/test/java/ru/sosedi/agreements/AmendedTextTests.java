package ru.sosedi.agreements;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AmendedTextTests {

	private static final UUID SECTION = UUID.randomUUID();

	private static final UUID FIRST = UUID.randomUUID();

	private static final UUID SECOND = UUID.randomUUID();

	private static final UUID ADDED = UUID.randomUUID();

	private static final AmendedText.Signed SIGNED = new AmendedText.Signed(UUID.randomUUID(), "Соглашение № 1/2026",
			List.of(clause(SECTION, ClausePart.SECTION, "Обязанности", "", null, null),
					clause(FIRST, ClausePart.CLAUSE, "", "Четыре раза.", null, null),
					clause(SECOND, ClausePart.CLAUSE, "", "Зал даёт {{side2.roleName}}.", null, null)),
			Map.of("side2.roleName", "Библиотека"));

	@Test
	void withoutAmendmentsTheTextIsAsItWasSigned() {
		assertThat(AmendedText.of(SIGNED, List.of()).clauses()).extracting(AmendedClause::number)
			.containsExactly("1", "1.1", "1.2");
		assertThat(AmendedText.of(SIGNED, List.of()).clauses().get(2).html()).contains("Зал даёт Библиотека.");
	}

	@Test
	void replacedClauseSaysByWhichAmendment() {
		AmendedClause clause = AmendedText.of(SIGNED, List.of(amendment("№ 1", Amends.REPLACE, FIRST, "Пять раз.")))
			.clauses()
			.get(1);
		assertThat(clause.html()).contains("Пять раз.").doesNotContain("Четыре");
		assertThat(clause.number()).isEqualTo("1.1");
		assertThat(clause.change()).isEqualTo(Amends.REPLACE);
		assertThat(clause.by()).extracting(AmendedClause.By::name).containsExactly("№ 1");
	}

	@Test
	void removedClauseKeepsItsPlaceSoThatOthersKeepTheirNumbers() {
		List<AmendedClause> clauses = AmendedText.of(SIGNED, List.of(amendment("№ 1", Amends.REMOVE, FIRST, "")))
			.clauses();
		assertThat(clauses).extracting(AmendedClause::number).containsExactly("1", "1.1", "1.2");
		assertThat(clauses.get(1).isRemoved()).isTrue();
		assertThat(clauses.get(1).html()).isEmpty();
	}

	@Test
	void clauseAddedBehindAnotherGetsANumberBelowIt() {
		List<AmendedClause> clauses = AmendedText
			.of(SIGNED, List.of(amendment("№ 1", Amends.ADD_AFTER, FIRST, "И ещё."),
					amendment("№ 2", Amends.ADD_AFTER, FIRST, "И опять.")))
			.clauses();
		assertThat(clauses).extracting(AmendedClause::number).containsExactly("1", "1.1", "1.1.1", "1.1.2", "1.2");
		assertThat(clauses.get(3).html()).contains("И опять.");
	}

	@Test
	void clauseAddedToASectionBecomesItsLast() {
		List<AmendedClause> clauses = AmendedText
			.of(SIGNED, List.of(amendment("№ 1", Amends.ADD_AFTER, SECTION, "Последний.")))
			.clauses();
		assertThat(clauses).extracting(AmendedClause::number).containsExactly("1", "1.1", "1.2", "1.3");
		assertThat(clauses.getLast().html()).contains("Последний.");
	}

	@Test
	void laterAmendmentChangesWhatAnEarlierOneAdded() {
		AmendedText.Signed adding = new AmendedText.Signed(UUID.randomUUID(), "№ 1",
				List.of(clause(ADDED, ClausePart.CLAUSE, "Дополнить:", "Новый.", Amends.ADD_AFTER, SECOND)), Map.of());
		List<AmendedClause> clauses = AmendedText
			.of(SIGNED, List.of(adding, amendment("№ 2", Amends.REPLACE, ADDED, "Новейший.")))
			.clauses();
		assertThat(clauses.getLast().html()).contains("Новейший.");
		assertThat(clauses.getLast().number()).isEqualTo("1.2.1");
		assertThat(clauses.getLast().by()).extracting(AmendedClause.By::name).containsExactly("№ 1", "№ 2");
	}

	@Test
	void nothingIsAddedToWhatIsGone() {
		assertThat(
				AmendedText.of(SIGNED,
						List.of(amendment("№ 1", Amends.REMOVE, FIRST, ""),
								amendment("№ 2", Amends.REPLACE, FIRST, "Вернуть.")))
					.clauses()
					.get(1)
					.isRemoved())
			.isTrue();
	}

	private static AmendedText.Signed amendment(String name, Amends amends, UUID key, String body) {
		return new AmendedText.Signed(UUID.randomUUID(), name,
				List.of(clause(UUID.randomUUID(), ClausePart.RECITAL, "", "К соглашению.", null, null),
						clause(UUID.randomUUID(), ClausePart.CLAUSE, "Пункт изменить:", body, amends, key)),
				Map.of());
	}

	private static Clause clause(UUID key, ClausePart part, String heading, String body, Amends amends, UUID target) {
		return new Clause(UUID.randomUUID(), SECTION, key, 1, part, heading, body, amends, target, Instant.EPOCH, "",
				0);
	}

}
