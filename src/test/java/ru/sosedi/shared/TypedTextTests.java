package ru.sosedi.shared;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TypedTextTests {

	@Test
	void aLineIsOneLineWithoutSignsThatNobodySees() {
		assertThat(TypedText.line("  Анна\r\nBcc: x\u0000\u0085y\u2028z\u2029 ")).isEqualTo("Анна Bcc: x y z");
		assertThat(TypedText.line("An\u200bna\ufeff \u202eavelK\ud800")).isEqualTo("Anna avelK");
		assertThat(TypedText.line("Ёж – «ИП» 😀")).isEqualTo("Ёж – «ИП» 😀");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "  ", "\r\n\t", "\u0000", "\u200b\u200d", "\ud83d" })
	void whatSaysNothingIsNoLine(String text) {
		assertThat(TypedText.line(text)).isNull();
		assertThat(TypedText.line(null)).isNull();
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> TypedText.required(text, "name", "tests.missing"))
			.satisfies((refusal) -> {
				assertThat(refusal.field()).isEqualTo("name");
				assertThat(refusal.messageKey()).isEqualTo("tests.missing");
			});
	}

	@Test
	void linesStayLines() {
		assertThat(TypedText.lines(" one\r\ntwo\rthree\n\tfour\u0000\u0007 ")).isEqualTo("one\ntwo\nthree\n\tfour");
		assertThat(TypedText.lines(null)).isEmpty();
	}

	@Test
	void aListHoldsWhatSaysSomethingOnce() {
		assertThat(TypedText.list(Arrays.asList("клуб", " ", null, " клуб ", "\u0000хор")))
			.isEqualTo(List.of("клуб", "хор"));
	}

	@Test
	void whatIsMissingOrTooLongIsRefusedAtItsField() {
		assertThat(TypedText.required(7, "number", "tests.missing")).isEqualTo(7);
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> TypedText.required((Integer) null, "number", "tests.missing"));
		assertThat(TypedText.noLonger("12345", 5, "name")).isEqualTo("12345");
		assertThat(TypedText.noLonger(null, 5, "name")).isNull();
		assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> TypedText.noLonger("123456", 5, "name"))
			.satisfies((refusal) -> {
				assertThat(refusal.field()).isEqualTo("name");
				assertThat(refusal.messageKey()).isEqualTo("shared.text.long");
			});
	}

}
