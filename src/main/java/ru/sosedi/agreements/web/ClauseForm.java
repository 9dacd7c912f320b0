package ru.sosedi.agreements.web;

import ru.sosedi.agreements.Amends;
import ru.sosedi.agreements.Clause;
import ru.sosedi.agreements.ClausePart;
import ru.sosedi.agreements.ClauseWords;
import ru.sosedi.shared.RefusedException;

/**
 * A clause as it was typed.
 *
 * @param after of a new clause: the key of the one that it stands behind; empty for the
 * first
 */
record ClauseForm(String part, String heading, String body, String amends, String amendsKey, String after,
		String version) {

	static ClauseForm empty(String after) {
		return new ClauseForm(ClausePart.CLAUSE.name(), "", "", "", "", after, "");
	}

	static ClauseForm of(Clause clause) {
		return new ClauseForm(clause.part().name(), clause.heading(), clause.body(), Typed.text(clause.amends()),
				Typed.text(clause.amendsKey()), "", String.valueOf(clause.version()));
	}

	static ClauseForm of(ClauseWords words) {
		return new ClauseForm(words.part().name(), words.heading(), words.body(), "", "", "", "");
	}

	/**
	 * @throws RefusedException at the field that cannot be so
	 */
	ClauseWords toWords() {
		return new ClauseWords(Typed.choice("part", this.part, ClausePart.class), this.heading, this.body,
				Typed.choice("amends", this.amends, Amends.class), Typed.id("amendsKey", this.amendsKey));
	}

}
