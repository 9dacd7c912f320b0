package ru.sosedi.shared;

/**
 * A Russian taxpayer's number: 10 digits of a legal entity or 12 of a person, the last
 * one or two of which are control digits (order of the Federal Tax Service of 29.06.2012
 * No. MMV-7-6/435). Region code 00 is accepted: no real number has it.
 *
 * @param value digits only
 */
public record Inn(String value) {

	private static final int[] LEGAL = { 2, 4, 10, 3, 5, 9, 4, 6, 8 };

	private static final int[] PERSON_FIRST = { 7, 2, 4, 10, 3, 5, 9, 4, 6, 8 };

	private static final int[] PERSON_SECOND = { 3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8 };

	public Inn {
		if (!isValid(value)) {
			throw new IllegalArgumentException("not an INN");
		}
	}

	public static boolean isValid(String text) {
		if (text == null || !text.matches("[0-9]{10}|[0-9]{12}") || text.matches("0+")) {
			return false;
		}
		return (text.length() == 10) ? control(text, LEGAL)
				: control(text, PERSON_FIRST) && control(text, PERSON_SECOND);
	}

	/**
	 * The digit that must follow the first nine of a legal entity.
	 * @param nineDigits exactly nine digits
	 */
	public static int controlDigit(String nineDigits) {
		return controlDigit(nineDigits, LEGAL);
	}

	public boolean isOfLegalEntity() {
		return this.value.length() == 10;
	}

	private static boolean control(String digits, int[] weights) {
		return controlDigit(digits, weights) == digits.charAt(weights.length) - '0';
	}

	private static int controlDigit(String digits, int[] weights) {
		int sum = 0;
		for (int i = 0; i < weights.length; i++) {
			sum += weights[i] * (digits.charAt(i) - '0');
		}
		return sum % 11 % 10;
	}

	@Override
	public String toString() {
		return this.value;
	}

}
