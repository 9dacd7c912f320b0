package ru.sosedi.programme;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class EventTitleTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			value = { "Workshop | Origami | Workshop «Origami»", "Workshop | «Origami» | Workshop «Origami»",
					"Workshop | Workshop «Origami» | Workshop «Origami»",
					"Workshop | Origami «Crane» | Workshop «Origami „Crane“»",
					"Talk | \"Winter\" in art | Talk «„Winter“ in art»", "Talk | «A» and «B» | Talk «„A“ and „B“»" })
	void aTitleStandsInQuotationMarksOnce(String form, String title, String shown) {
		assertThat(EventTitle.display(form, title)).isEqualTo(shown);
	}

}
