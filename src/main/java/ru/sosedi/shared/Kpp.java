package ru.sosedi.shared;

/**
 * The code of the reason for a legal entity's registration with a tax office: four digits
 * of the office, two characters of the reason, three digits of the number. It has no
 * control digit.
 *
 * @param value nine characters
 */
public record Kpp(String value) {

	public Kpp {
		if (!isValid(value)) {
			throw new IllegalArgumentException("not a KPP");
		}
	}

	public static boolean isValid(String text) {
		return text != null && text.matches("[0-9]{4}[0-9A-Z]{2}[0-9]{3}");
	}

	@Override
	public String toString() {
		return this.value;
	}

}
