package ru.sosedi.notifications;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

	@Test
	void aLetterKeepsTheFilesThatItWasGiven() {
		List<Attachment> files = new ArrayList<>(List.of(Attachment.file("a.ics", "text/calendar", new byte[1])));
		Letter letter = new Letter("tests.letter", Email.of("anna@zarechensk.example"), null, Locale.ENGLISH, "Hello",
				"text", "<p>html", files);
		files.clear();
		assertThat(letter.attachments()).extracting(Attachment::name).containsExactly("a.ics");
		assertThat(letter("Anna", "Hello").attachments()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a/b.ics", "..\\b", "a\r\nX-Evil: 1", "билет.pdf", "a b.pdf", "a;b.pdf" })
	void aFileNameOpensNoHeaderAndNoFolder(String name) {
		assertThatIllegalArgumentException().isThrownBy(() -> Attachment.file(name, "application/pdf", new byte[0]));
	}

	private static Letter letter(String name, String subject) {
		return new Letter("test.letter", Email.of("anna@zarechensk.example"), name, Locale.ENGLISH, subject, "text",
				"<p>html");
	}

}
