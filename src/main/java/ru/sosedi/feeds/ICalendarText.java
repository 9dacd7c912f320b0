package ru.sosedi.feeds;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Writes the content lines of an iCalendar object (RFC 5545, 3.1): CRLF ends, lines
 * folded at 75 octets of UTF-8 between characters, text escaped (3.3.11). Times are
 * written in UTC only. Why not a library: {@code docs/adr/0050}.
 */
final class ICalendarText {

	static final int LONGEST_LINE = 75;

	private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
		.withZone(ZoneOffset.UTC);

	private final StringBuilder out = new StringBuilder();

	/**
	 * A line whose value is made by the portal itself: a keyword, a number, an address.
	 */
	ICalendarText keyword(String name, String value) {
		if (value.chars().anyMatch((c) -> c < ' ' || c == 0x7f)) {
			throw new IllegalArgumentException("control character in " + name);
		}
		return line(name + ":" + value);
	}

	/** A line whose value somebody typed. Nothing is written when there is no text. */
	ICalendarText text(String name, String value) {
		return (value == null || value.isBlank()) ? this : line(name + ":" + escaped(value));
	}

	ICalendarText instant(String name, Instant value) {
		return line(name + ":" + UTC.format(value));
	}

	/** Line breaks of any kind become {@code \n}; other control characters go. */
	static String escaped(String text) {
		StringBuilder escaped = new StringBuilder(text.length() + 16);
		text.replaceAll("\r\n|[\r\n\\u000b\\u000c\\u0085\\u2028\\u2029]", "\n").codePoints().forEach((c) -> {
			switch (c) {
				case '\\' -> escaped.append("\\\\");
				case ';' -> escaped.append("\\;");
				case ',' -> escaped.append("\\,");
				case '\n' -> escaped.append("\\n");
				case '\t' -> escaped.append(' ');
				default -> {
					if (!Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE) {
						escaped.appendCodePoint(c);
					}
				}
			}
		});
		return escaped.toString();
	}

	private ICalendarText line(String line) {
		int octets = 0;
		for (int i = 0; i < line.length();) {
			int c = line.codePointAt(i);
			int width = Character.toString(c).getBytes(StandardCharsets.UTF_8).length;
			if (octets + width > LONGEST_LINE) {
				this.out.append("\r\n ");
				octets = 1;
			}
			this.out.appendCodePoint(c);
			octets += width;
			i += Character.charCount(c);
		}
		this.out.append("\r\n");
		return this;
	}

	@Override
	public String toString() {
		return this.out.toString();
	}

}
