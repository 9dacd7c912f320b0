package ru.sosedi.accounts;

import java.util.regex.Pattern;

import ru.sosedi.shared.RefusedException;

/**
 * How a person is called on pages and in letters: one line of 2 to 120 characters,
 * without control characters and without marks that turn the direction of writing.
 *
 * @param value never {@code null}
 */
public record PersonName(String value) {

	private static final int SHORTEST = 2;

	private static final int LONGEST = 120;

	// Cc: line breaks and the like, U+0085 among them; Cf: direction marks and zero-width
	// signs; Zl, Zp: Unicode's line and paragraph separators.
	private static final Pattern HIDDEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}\\p{Co}]");

	public PersonName {
		if (value == null || value.length() < SHORTEST || value.length() > LONGEST || HIDDEN.matcher(value).find()) {
			throw new IllegalArgumentException("not a person's name");
		}
	}

	/**
	 * The name as typed, with runs of spaces made one.
	 * @throws RefusedException at the field {@code name}
	 */
	public static PersonName of(String typed) {
		String name = (typed == null) ? "" : typed.strip().replaceAll(" {2,}", " ");
		if (name.length() < SHORTEST) {
			throw new RefusedException("name", "accounts.name.missing");
		}
		if (name.length() > LONGEST) {
			throw new RefusedException("name", "accounts.name.long", LONGEST);
		}
		if (HIDDEN.matcher(name).find()) {
			throw new RefusedException("name", "accounts.name.hidden");
		}
		return new PersonName(name);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
