package ru.sosedi.agreements;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.TypedText;

/**
 * What a clause says.
 *
 * @param heading one line; may be empty
 * @param body Markdown with fields in double braces; may be empty
 * @param amends with {@code amendsKey}: what the clause of a supplementary agreement does
 * to which clause of the signed text; else both {@code null}
 */
public record ClauseWords(ClausePart part, String heading, String body, Amends amends, UUID amendsKey) {

	/**
	 * @throws RefusedException at the field that cannot be so
	 */
	public ClauseWords {
		TypedText.required(part, "part", "agreements.clause.part.missing");
		heading = TypedText.noLonger(TypedText.line(heading), Clause.LONGEST_HEADING, "heading");
		heading = (heading == null) ? "" : heading;
		body = TypedText.noLonger(TypedText.lines(body), Clause.LONGEST_BODY, "body");
		if ((amends == null) != (amendsKey == null)) {
			throw new RefusedException((amends == null) ? "amends" : "amendsKey", "agreements.clause.amends.half");
		}
		if (heading.isEmpty() && body.isEmpty() && amends != Amends.REMOVE) {
			throw new RefusedException("body", "agreements.clause.empty");
		}
		if (amends != null && amends != Amends.REMOVE && body.isEmpty()) {
			throw new RefusedException("body", "agreements.clause.amends.empty");
		}
		if (part == ClausePart.SECTION && heading.isEmpty()) {
			throw new RefusedException("heading", "agreements.clause.section.heading");
		}
	}

	/** A clause that changes no other text. */
	public ClauseWords(ClausePart part, String heading, String body) {
		this(part, heading, body, null, null);
	}

	/** The fields that heading and body name. */
	SortedSet<String> fields() {
		SortedSet<String> names = new TreeSet<>(AgreementText.fieldsOf(this.heading));
		names.addAll(AgreementText.fieldsOf(this.body));
		return names;
	}

}
