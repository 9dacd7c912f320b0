package ru.sosedi.platform;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DisplayPreferencesTests {

	@Test
	void cookieKeepsEverySetting() {
		DisplayPreferences chosen = new DisplayPreferences(DisplayPreferences.Text.LARGE,
				DisplayPreferences.Spacing.WIDEST, DisplayPreferences.Scheme.BLUE, DisplayPreferences.Pictures.OFF);
		assertThat(DisplayPreferences.parse(chosen.cookie())).isEqualTo(chosen);
		assertThat(chosen.schemeName()).isEqualTo("blue");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "0", "9999", "00000", "3000", "<script>", "000٢" })
	void foreignCookieChoosesNothing(String cookie) {
		assertThat(DisplayPreferences.parse(cookie)).isEqualTo(DisplayPreferences.USUAL);
	}

}
