package ru.sosedi.shared;

/**
 * A Russian state registration number: 13 digits of a legal entity (OGRN) or 15 of an
 * entrepreneur (OGRNIP). The last digit is the rest of the number before it, divided by
 * 11 or 13, without its tens.
 *
 * @param value digits only
 */
public record Ogrn(String value) {

	public Ogrn {
		if (!isValid(value)) {
			throw new IllegalArgumentException("not an OGRN");
		}
	}

	public static boolean isValid(String text) {
		if (text == null || !text.matches("[0-9]{13}|[0-9]{15}") || text.matches("0+")) {
			return false;
		}
		int last = text.length() - 1;
		int divisor = (text.length() == 13) ? 11 : 13;
		return Long.parseLong(text.substring(0, last)) % divisor % 10 == text.charAt(last) - '0';
	}

	public boolean isOfLegalEntity() {
		return this.value.length() == 13;
	}

	@Override
	public String toString() {
		return this.value;
	}

}
