package ru.sosedi.shared;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PhoneNumberTests {

	@Test
	void aNumberIsSaidInGroups() {
		assertThat(PhoneNumber.of("8 (342) 000-00-00").spoken()).isEqualTo("+7 342 000-00-00");
		assertThat(new PhoneNumber("+79000001002").spoken()).isEqualTo("+7 900 000-10-02");
	}

	@ParameterizedTest
	@ValueSource(strings = { "8 (342) 000-00-00", "+7 342 000 00 00", "73420000000", "342 000-00-00",
			" 8-342-000-0000 ", "8(342)0000000", "+7\u00a0342\u00a0000\u201100\u201100" })
	void aRussianNumberIsReadAsPeopleWriteIt(String text) {
		assertThat(PhoneNumber.of(text).value()).isEqualTo("+73420000000");
		assertThat(PhoneNumber.isPhoneNumber(text)).isTrue();
	}

	@Test
	void aForeignNumberNeedsItsCountry() {
		assertThat(PhoneNumber.of("+375 17 000-00-00").value()).isEqualTo("+375170000000");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "позвоните", "12", "+7", "8 342 000", "200-00-00", "+7 342 000 00 00 00 00 00",
			"\u0000", "' or 1=1 --" })
	void whatCannotBeDialledIsNoNumber(String text) {
		assertThat(PhoneNumber.isPhoneNumber(text)).isFalse();
		assertThatIllegalArgumentException().isThrownBy(() -> PhoneNumber.of(text));
	}

	@Test
	void onlyTheInternationalFormIsAValue() {
		assertThat(PhoneNumber.isPhoneNumber(null)).isFalse();
		for (String text : new String[] { null, "83420000000", "+7 342 000 00 00", "+03420000000", "+7342" }) {
			assertThatIllegalArgumentException().isThrownBy(() -> new PhoneNumber(text));
		}
	}

}
