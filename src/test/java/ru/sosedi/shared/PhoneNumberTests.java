package ru.sosedi.shared;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PhoneNumberTests {

	@Test
	void aNumberIsSaidInGroups() {
		assertThat(PhoneNumber.of("8 (342) 000-00-00").spoken()).isEqualTo("+7 342 000-00-00");
		assertThat(new PhoneNumber("+79000001002").spoken()).isEqualTo("+7 900 000-10-02");
	}

}
