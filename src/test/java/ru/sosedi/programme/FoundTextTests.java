package ru.sosedi.programme;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FoundTextTests {

	@Test
	void marksSplitTheText() {
		FoundText text = FoundText.of("Чай и \u0001книга\u0002, \u0001книги\u0002");
		assertThat(text.pieces()).extracting(FoundText.Piece::text).containsExactly("Чай и ", "книга", ", ", "книги");
		assertThat(text.pieces()).extracting(FoundText.Piece::marked).containsExactly(false, true, false, true);
		assertThat(text.plain()).isEqualTo("Чай и книга, книги");
	}

	@Test
	void strayMarksLoseNoText() {
		assertThat(FoundText.of("\u0002a\u0001b\u0001c").plain()).isEqualTo("abc");
		assertThat(FoundText.of("").pieces()).isEmpty();
	}

}
