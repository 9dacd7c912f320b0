package ru.sosedi.feeds;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ICalendarTextTests {

	@Test
	void linesAreFoldedAtSeventyFiveOctetsBetweenCharacters() {
		String title = "Мастер-класс «Оригами» \uD83E\uDDE9 一二三 — ".repeat(12).strip();
		String ics = calendar(title);
		assertThat(ics.split("\r\n"))
			.allSatisfy((line) -> assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
		assertThat(read(ics).getSummary().getValue()).isEqualTo(title);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\r\nATTENDEE:mailto:x@example.org", "\rBEGIN:VALARM", "\nEND:VEVENT", "\u0085UID:other",
			"\u2028X:1", "\u000bX:1", "\u000cX:1" })
	void aLineBreakOfAnyKindOpensNoNewLine(String attack) {
		String ics = calendar("Чай" + attack);
		assertThat(ics.replace("\r\n ", "").split("\r\n")).hasSize(9);
		assertThat(ics.replace("\r\n", "")).doesNotContain("\r", "\n", "\u0085", "\u2028");
		VEvent event = read(ics);
		assertThat(event.getSummary().getValue()).startsWith("Чай\n");
		assertThat(event.getAlarms()).isEmpty();
		assertThat(event.getAttendees()).isEmpty();
		assertThat(event.getUid().getValue()).isEqualTo("one@example");
	}

	@Test
	void separatorsAndBackslashesAreEscaped() {
		assertThat(ICalendarText.escaped("a;b,c\\d\u0000\u0008e\tf")).isEqualTo("a\\;b\\,c\\\\de f");
		assertThat(read(calendar("a;b,c\\n")).getSummary().getValue()).isEqualTo("a;b,c\\n");
	}

	@Test
	void aKeywordWithAControlCharacterIsAFault() {
		assertThatIllegalArgumentException().isThrownBy(() -> new ICalendarText().keyword("URL", "http://x\r\nX:1"));
	}

	private static String calendar(String summary) {
		return new ICalendarText().keyword("BEGIN", "VCALENDAR")
			.keyword("VERSION", "2.0")
			.keyword("BEGIN", "VEVENT")
			.keyword("UID", "one@example")
			.instant("DTSTAMP", Instant.EPOCH)
			.instant("DTSTART", Instant.EPOCH)
			.text("SUMMARY", summary)
			.text("DESCRIPTION", " ")
			.keyword("END", "VEVENT")
			.keyword("END", "VCALENDAR")
			.toString();
	}

	private static VEvent read(String ics) {
		return Biweekly.parse(ics).first().getEvents().getFirst();
	}

}
