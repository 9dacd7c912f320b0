package ru.sosedi.agreements;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The last line of the trail at some moment: who keeps it elsewhere notices when the end
 * of the trail was cut off.
 *
 * @param number zero for an empty trail
 */
public record TrailHead(long number, String hash) {

	private static final Pattern TEXT = Pattern.compile("(\\d{1,18}):([0-9a-f]{64})");

	/**
	 * Reads {@code <number>:<hash>}.
	 * @throws IllegalArgumentException when it is anything else
	 */
	public static TrailHead of(String text) {
		Matcher matcher = TEXT.matcher((text == null) ? "" : text.strip());
		if (!matcher.matches()) {
			throw new IllegalArgumentException("a head is <number>:<64 hexadecimal digits>");
		}
		return new TrailHead(Long.parseLong(matcher.group(1)), matcher.group(2));
	}

	@Override
	public String toString() {
		return this.number + ":" + this.hash;
	}

}
