package ru.sosedi.network.web;

import java.time.LocalTime;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;

import static org.assertj.core.api.Assertions.assertThat;

class TypedTests {

	private final BindingResult errors = new BeanPropertyBindingResult(new DayForm(null, null, null, null), "form");

	private final Typed typed = new Typed(this.errors);

	@ParameterizedTest
	@CsvSource({ "9, 09:00", "10, 10:00", "930, 09:30", "1745, 17:45", "9:30, 09:30", "09:30, 09:30", "9.30, 09:30",
			"23:59, 23:59" })
	void timeIsReadAsPeopleWriteIt(String text, LocalTime time) {
		assertThat(this.typed.time("opens", text, "key")).isEqualTo(time);
		assertThat(this.errors.hasErrors()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "24:00", "25", "9:3", "утром", "99999", "-1", "10:60" })
	void whatIsNoTimeIsAnErrorAtItsField(String text) {
		assertThat(this.typed.time("opens", text, "key")).isNull();
		assertThat(this.errors.getFieldError("opens").getCode()).isEqualTo("key");
	}

	@Test
	void numberTakesACommaOrAPoint() {
		assertThat(this.typed.decimal("opens", "52,5", "key")).isEqualByComparingTo("52.5");
		assertThat(this.typed.decimal("opens", "\u221252.5", "key")).isEqualByComparingTo("-52.5");
		assertThat(this.typed.decimal("opens", " ", "key")).isNull();
		assertThat(this.errors.hasErrors()).isFalse();
		assertThat(this.typed.decimal("opens", "5e9", "key")).isNull();
		assertThat(this.errors.hasErrors()).isTrue();
	}

}
