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
		return controlDigit(text.substring(0, last)) == text.charAt(last) - '0';
	}

	/**
	 * The digit that must follow.
	 * @param digits the 12 digits of a legal entity or the 14 of an entrepreneur
	 */
	public static int controlDigit(String digits) {
		return (int) (Long.parseLong(digits) % ((digits.length() == 12) ? 11 : 13) % 10);
	}

	public boolean isOfLegalEntity() {
		return this.value.length() == 13;
	}

	@Override
	public String toString() {
		return this.value;
	}

}
