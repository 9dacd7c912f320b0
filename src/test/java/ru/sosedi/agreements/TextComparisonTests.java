package ru.sosedi.agreements;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import ru.sosedi.agreements.TextComparison.Piece;
import ru.sosedi.agreements.TextComparison.Sign;
import ru.sosedi.agreements.TextComparison.What;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class TextComparisonTests {

	private static final UUID ONE = UUID.randomUUID();

	private static final UUID TWO = UUID.randomUUID();

	private static final UUID THREE = UUID.randomUUID();

	private static final UUID FOUR = UUID.randomUUID();

	@Test
	void changedWordsAreMarkedAndTheRestIsLeft() {
		assertThat(TextComparison.pieces("НКО проводит мастер-классы для соседей", "НКО проводит лекции для соседей"))
			.containsExactly(new Piece(Sign.SAME, "НКО проводит "), new Piece(Sign.DELETED, "мастер-классы"),
					new Piece(Sign.INSERTED, "лекции"), new Piece(Sign.SAME, " для соседей"));
	}

	@Test
	void wordsWithOnlyBlanksBetweenThemAreOneChange() {
		assertThat(TextComparison.pieces("один два три", "раз пара тройка")).extracting(Piece::sign)
			.containsExactly(Sign.DELETED, Sign.INSERTED);
	}

	@Test
	void clausesAreAddedRemovedChangedAndMoved() {
		TextComparison compared = TextComparison.of(
				List.of(clause(ONE, "первый"), clause(TWO, "второй"), clause(THREE, "третий")),
				List.of(clause(THREE, "третий"), clause(ONE, "первый иной"), clause(FOUR, "четвёртый")), Map.of());
		assertThat(compared.clauses()).extracting(TextComparison.Difference::key)
			.containsExactly(THREE, ONE, TWO, FOUR);
		assertThat(of(compared, ONE).what()).isEqualTo(What.CHANGED);
		assertThat(of(compared, TWO).what()).isEqualTo(What.REMOVED);
		assertThat(of(compared, FOUR).what()).isEqualTo(What.ADDED);
		assertThat(of(compared, THREE).moved()).isTrue();
		assertThat(of(compared, ONE).moved()).isFalse();
		assertThat(of(compared, THREE).before()).isEqualTo("3");
		assertThat(of(compared, THREE).after()).isEqualTo("1");
		assertThat(compared.changes()).isEqualTo(4);
	}

	@Test
	void nothingIsLostWhateverChanges() {
		Random random = new Random(7);
		for (int round = 0; round < 200; round++) {
			String before = words(random, random.nextInt(60));
			String after = words(random, random.nextInt(60));
			List<Piece> pieces = TextComparison.pieces(before, after);
			assertThat(joined(pieces, Sign.INSERTED)).isEqualTo(before);
			assertThat(joined(pieces, Sign.DELETED)).isEqualTo(after);
		}
	}

	@Test
	void longClausesAreComparedInNoTime() {
		Random random = new Random(1);
		List<Clause> before = new ArrayList<>();
		List<Clause> after = new ArrayList<>();
		for (int number = 0; number < Clause.MOST; number++) {
			UUID key = UUID.randomUUID();
			before.add(clause(key, letters(random)));
			after.add(clause(key, letters(random)));
		}
		assertThatNoException().isThrownBy(() -> assertTimeoutPreemptively(Duration.ofSeconds(5),
				() -> TextComparison.of(before, after, Map.of())));
	}

	@Test
	void oneLongClauseIsComparedByWords() {
		String text = "слово другое ".repeat(700);
		List<Piece> pieces = assertTimeoutPreemptively(Duration.ofSeconds(2),
				() -> TextComparison.pieces(text, text.replaceFirst("слово", "дело")));
		assertThat(pieces).contains(new Piece(Sign.DELETED, "слово"), new Piece(Sign.INSERTED, "дело"));
	}

	private static String joined(List<Piece> pieces, Sign without) {
		return pieces.stream()
			.filter((piece) -> piece.sign() != without)
			.map(Piece::text)
			.collect(Collectors.joining());
	}

	private static String words(Random random, int count) {
		StringBuilder text = new StringBuilder();
		for (int word = 0; word < count; word++) {
			text.append("абвг".charAt(random.nextInt(4))).append((random.nextInt(3) == 0) ? ", " : " ");
		}
		return text.toString();
	}

	private static String letters(Random random) {
		StringBuilder text = new StringBuilder();
		while (text.length() < Clause.LONGEST_BODY) {
			text.append((char) ('а' + random.nextInt(30))).append(' ');
		}
		return text.toString();
	}

	private static TextComparison.Difference of(TextComparison compared, UUID key) {
		return compared.clauses().stream().filter((one) -> one.key().equals(key)).findFirst().orElseThrow();
	}

	private static Clause clause(UUID key, String body) {
		return new Clause(UUID.randomUUID(), ONE, key, 1, ClausePart.CLAUSE, "", body, null, null, Instant.EPOCH, "",
				0);
	}

}
