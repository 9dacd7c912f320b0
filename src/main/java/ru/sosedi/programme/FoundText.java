package ru.sosedi.programme;

import java.util.ArrayList;
import java.util.List;

/**
 * A text with the searched words marked. It is kept in pieces so that a page escapes each
 * of them and sets the marks itself.
 *
 * @param pieces in order; joined, they are the text
 */
public record FoundText(List<Piece> pieces) {

	// Control characters cannot be typed into a title, and where they stand in spite of
	// that, they mark the wrong letters and do nothing else.
	static final char START = '\u0001';

	static final char STOP = '\u0002';

	/** A stretch of text, marked or not. */
	public record Piece(String text, boolean marked) {

	}

	/** Reads a text in which the database put {@link #START} and {@link #STOP}. */
	static FoundText of(String marked) {
		List<Piece> pieces = new ArrayList<>();
		boolean inside = false;
		int from = 0;
		for (int at = 0; at <= marked.length(); at++) {
			if (at == marked.length() || marked.charAt(at) == START || marked.charAt(at) == STOP) {
				if (at > from) {
					pieces.add(new Piece(marked.substring(from, at), inside));
				}
				inside = at < marked.length() && marked.charAt(at) == START;
				from = at + 1;
			}
		}
		return new FoundText(List.copyOf(pieces));
	}

	/**
	 * The same marks in a text that has the same letters and other quotation marks around
	 * and within it.
	 */
	List<Piece> within(String quoted) {
		List<Piece> spread = new ArrayList<>();
		String rest = quoted;
		for (Piece piece : this.pieces) {
			int at = piece.marked() ? rest.indexOf(piece.text()) : -1;
			if (at >= 0) {
				add(spread, rest.substring(0, at), false);
				add(spread, piece.text(), true);
				rest = rest.substring(at + piece.text().length());
			}
		}
		add(spread, rest, false);
		return spread;
	}

	private static void add(List<Piece> pieces, String text, boolean marked) {
		if (!text.isEmpty()) {
			pieces.add(new Piece(text, marked));
		}
	}

	public boolean isMarked() {
		return this.pieces.stream().anyMatch(Piece::marked);
	}

	/** The text without marks. */
	public String plain() {
		StringBuilder text = new StringBuilder();
		this.pieces.forEach((piece) -> text.append(piece.text()));
		return text.toString();
	}

}
