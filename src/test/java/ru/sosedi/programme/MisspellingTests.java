package ru.sosedi.programme;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class MisspellingTests {

	@ParameterizedTest
	@CsvSource({ "книга,книга,0", "кинга,книга,1", "оригмаи,оригами,1", "шхматы,шахматы,1", "шахмоты,шахматы,1",
			"шахматты,шахматы,1", "кот,пёс,3", "а,книга,4" })
	void slipsAreCounted(String typed, String word, int slips) {
		assertThat(Misspelling.distance(typed, word)).isEqualTo(slips);
	}

	@ParameterizedTest
	@CsvSource({ "кинга,книга,true", "чай,чат,true", "хор,сад,false", "абракадабра,оригами,false" })
	void shortWordsAllowFewerSlips(String typed, String word, boolean likely) {
		assertThat(Misspelling.isLikely(typed, word)).isEqualTo(likely);
	}

}
