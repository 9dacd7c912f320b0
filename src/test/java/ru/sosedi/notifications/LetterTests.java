package ru.sosedi.notifications;

import java.util.Locale;

import org.junit.jupiter.api.Test;
import ru.sosedi.shared.Email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LetterTests {

	@Test
	void noControlCharacterReachesAHeader() {
		Letter letter = letter("Anna\r\nBcc: all@zarechensk.example\u0085X\u2028Y", "Hello\nX-Evil: 1");
		assertThat(letter.recipientName()).isEqualTo("Anna Bcc: all@zarechensk.example X Y");
		assertThat(letter.subject()).isEqualTo("Hello X-Evil: 1");
	}

	@Test
	void anEmptyNameIsNone() {
		assertThat(letter(" \n ", "Hello").recipientName()).isNull();
	}

	@Test
	void aLetterHasASubject() {
		assertThatIllegalArgumentException().isThrownBy(() -> letter(null, " \n"));
	}

	private static Letter letter(String name, String subject) {
		return new Letter("test.letter", Email.of("anna@zarechensk.example"), name, Locale.ENGLISH, subject, "text",
				"<p>html");
	}

}
