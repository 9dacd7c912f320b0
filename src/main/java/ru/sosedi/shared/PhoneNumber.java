package ru.sosedi.shared;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber;

/**
 * A phone number as E.164 writes it: {@code +73420000000}.
 *
 * @param value never {@code null}
 */
public record PhoneNumber(String value) {

	private static final String HOME = "RU";

	public PhoneNumber {
		if (value == null || !value.matches("\\+[1-9][0-9]{6,14}")) {
			throw new IllegalArgumentException("not a phone number");
		}
	}

	/**
	 * Reads what people type: {@code 8 (342) 000-00-00}, {@code +7 342 000 00 00}. A
	 * number without a country is Russian.
	 * @throws IllegalArgumentException when it is none that could exist
	 */
	public static PhoneNumber of(String text) {
		PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
		try {
			Phonenumber.PhoneNumber number = numbers.parse(text, HOME);
			// "possible", not "valid": operators get new ranges sooner than libraries do;
			// a
			// number without its city's code is possible only within that city
			if (numbers.isPossibleNumberWithReason(number) != PhoneNumberUtil.ValidationResult.IS_POSSIBLE) {
				throw new IllegalArgumentException("not a phone number");
			}
			return new PhoneNumber(numbers.format(number, PhoneNumberUtil.PhoneNumberFormat.E164));
		}
		catch (NumberParseException ex) {
			throw new IllegalArgumentException("not a phone number", ex);
		}
	}

	public static boolean isPhoneNumber(String text) {
		try {
			return text != null && of(text) != null;
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	/** As it is read aloud and dialled: {@code +7 342 000-00-00}. */
	public String spoken() {
		PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
		try {
			return numbers.format(numbers.parse(this.value, HOME), PhoneNumberUtil.PhoneNumberFormat.INTERNATIONAL);
		}
		catch (NumberParseException ex) {
			return this.value;
		}
	}

	@Override
	public String toString() {
		return this.value;
	}

}
