package ru.sosedi.shared;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An e-mail address in lower case.
 *
 * @param value never {@code null}
 */
public record Email(String value) {

	// One address, no display name, no line breaks: what an SMTP server takes without
	// quoting (RFC 5321, 4.1.2).
	private static final Pattern FORM = Pattern.compile(
			"[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@[a-zа-яё0-9]([a-zа-яё0-9-]*[a-zа-яё0-9])?(\\.[a-zа-яё0-9]([a-zа-яё0-9-]*[a-zа-яё0-9])?)+");

	private static final int LONGEST = 254;

	public Email {
		if (!isValid(value)) {
			throw new IllegalArgumentException("not an e-mail address");
		}
	}

	/**
	 * @throws IllegalArgumentException when the text is not an address
	 */
	public static Email of(String text) {
		return new Email(normalised(text));
	}

	public static boolean isEmail(String text) {
		return text != null && isValid(normalised(text));
	}

	private static String normalised(String text) {
		return text.strip().toLowerCase(Locale.ROOT);
	}

	private static boolean isValid(String text) {
		return text != null && text.length() <= LONGEST && FORM.matcher(text).matches();
	}

	@Override
	public String toString() {
		return this.value;
	}

}
