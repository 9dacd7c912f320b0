package ru.sosedi.notifications;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

/**
 * Writes the letters of tests: {@code tests.plain}, {@code tests.files},
 * {@code tests.silent}, which has nothing to say, and {@code tests.broken}, which fails.
 */
@Component
public class LettersOfTests implements LetterWriter {

	public static final String CALENDAR = "BEGIN:VCALENDAR\r\nSUMMARY:Мастер-класс «Журавлик»\r\nEND:VCALENDAR\r\n";

	/** A picture as far as a mail server can tell. */
	static final byte[] PICTURE = { (byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, (byte) 0xff };

	@Override
	public boolean writes(String kind) {
		return kind.startsWith("tests.");
	}

	@Override
	public Optional<Letter> write(UnwrittenLetter letter) {
		return switch (letter.kind()) {
			case "tests.plain" -> Optional.of(written(letter, List.of()));
			case "tests.files" -> Optional
				.of(written(letter, List.of(Attachment.inline("code", "code.png", "image/png", PICTURE), Attachment
					.file("event.ics", "text/calendar; charset=UTF-8", CALENDAR.getBytes(StandardCharsets.UTF_8)))));
			case "tests.silent" -> Optional.empty();
			default -> throw new IllegalArgumentException("cannot write " + letter.kind());
		};
	}

	private static Letter written(UnwrittenLetter letter, List<Attachment> attachments) {
		String link = letter.facts().getOrDefault("link", "");
		return new Letter(letter.kind(), letter.recipient(), letter.recipientName(), letter.language(),
				letter.facts().get("subject"), letter.facts().get("subject") + "\n" + link,
				"<!doctype html><title>A</title><p>" + link + "<img src=\"cid:code\" alt=\"\">", attachments);
	}

}
