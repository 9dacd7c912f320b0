package ru.sosedi.notifications.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import ru.sosedi.shared.PublicAddress;

/**
 * A piece of a letter's text part as the outbox shows it.
 *
 * @param link whether the text is an address of this portal, to be followed
 */
record LetterLine(String text, boolean link) {

	/**
	 * The letter's lines, each in pieces; an empty line has none. Only addresses of the
	 * portal become links: a letter may repeat what somebody typed.
	 */
	static List<List<LetterLine>> of(String letter, PublicAddress portal) {
		Pattern address = Pattern.compile(Pattern.quote(portal.of("/")) + "\\S*");
		return letter.lines().map((line) -> pieces(line, address.matcher(line))).toList();
	}

	private static List<LetterLine> pieces(String line, Matcher address) {
		List<LetterLine> pieces = new ArrayList<>();
		int from = 0;
		while (address.find()) {
			add(pieces, line.substring(from, address.start()), false);
			add(pieces, address.group(), true);
			from = address.end();
		}
		add(pieces, line.substring(from), false);
		return pieces;
	}

	private static void add(List<LetterLine> pieces, String text, boolean link) {
		if (!text.isEmpty()) {
			pieces.add(new LetterLine(text, link));
		}
	}

}
