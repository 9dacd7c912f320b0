package ru.sosedi.partners;

import ru.sosedi.shared.Inn;
import ru.sosedi.shared.Kpp;
import ru.sosedi.shared.Ogrn;
import ru.sosedi.shared.RefusedException;

/**
 * The numbers of a legal entity; each may be {@code null}. They are read from what was
 * typed with the rule in the refusal: which digit does not fit the others. Spaces are
 * left out; nothing typed is {@code null}.
 */
public record NgoRequisites(Inn inn, Ogrn ogrn, Kpp kpp) {

	private static final int INN_DIGITS = 10;

	private static final int OGRN_DIGITS = 13;

	/**
	 * @throws RefusedException at the field, saying which digit does not fit
	 */
	public static Inn inn(String typed, String field) {
		String digits = digits(typed, field, "partners.requisites.inn.digits");
		if (digits == null) {
			return null;
		}
		if (digits.length() != INN_DIGITS) {
			throw new RefusedException(field, "partners.requisites.inn.length", digits.length());
		}
		String given = digits.substring(INN_DIGITS - 1);
		String wanted = String.valueOf(Inn.controlDigit(digits.substring(0, INN_DIGITS - 1)));
		if (!given.equals(wanted)) {
			throw new RefusedException(field, "partners.requisites.inn.control", wanted, given,
					digits.substring(0, INN_DIGITS - 1));
		}
		if (!Inn.isValid(digits)) {
			throw new RefusedException(field, "partners.requisites.zeros");
		}
		return new Inn(digits);
	}

	/**
	 * @throws RefusedException at the field, saying which digit does not fit
	 */
	public static Ogrn ogrn(String typed, String field) {
		String digits = digits(typed, field, "partners.requisites.ogrn.digits");
		if (digits == null) {
			return null;
		}
		if (digits.length() != OGRN_DIGITS) {
			throw new RefusedException(field, "partners.requisites.ogrn.length", digits.length());
		}
		String given = digits.substring(OGRN_DIGITS - 1);
		String wanted = String.valueOf(Ogrn.controlDigit(digits.substring(0, OGRN_DIGITS - 1)));
		if (!given.equals(wanted)) {
			throw new RefusedException(field, "partners.requisites.ogrn.control", wanted, given,
					digits.substring(0, OGRN_DIGITS - 1));
		}
		if (!Ogrn.isValid(digits)) {
			throw new RefusedException(field, "partners.requisites.zeros");
		}
		return new Ogrn(digits);
	}

	/**
	 * @throws RefusedException at the field; a KPP has no control digit
	 */
	public static Kpp kpp(String typed, String field) {
		String text = without(typed);
		if (text.isEmpty()) {
			return null;
		}
		if (!Kpp.isValid(text)) {
			throw new RefusedException(field, "partners.requisites.kpp.malformed");
		}
		return new Kpp(text);
	}

	private static String digits(String typed, String field, String messageKey) {
		String digits = without(typed);
		if (!digits.matches("[0-9]*")) {
			throw new RefusedException(field, messageKey);
		}
		return digits.isEmpty() ? null : digits;
	}

	private static String without(String typed) {
		return (typed == null) ? "" : typed.replaceAll("[\\s\\u00A0\\p{Cf}]+", "");
	}

}
