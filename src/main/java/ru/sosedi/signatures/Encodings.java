package ru.sosedi.signatures;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The forms in which binary messages are written to files: as they are, PEM (RFC 7468),
 * and bare Base64 with or without line breaks, as Russian signing programs like it.
 */
final class Encodings {

	private static final Pattern PEM = Pattern
		.compile("-----BEGIN ([A-Z0-9 #]{1,40})-----([A-Za-z0-9+/=\\s]*+)-----END \\1-----");

	private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/=\\s]++");

	private Encodings() {
	}

	/**
	 * A file made binary.
	 *
	 * @param bytes never {@code null}; meaningless unless whole
	 * @param whole whether the text form was there to its end, with nothing after it
	 * @param known whether it can be such a message at all
	 */
	record Binary(byte[] bytes, boolean whole, boolean known) {

	}

	static Binary binary(byte[] file, Set<String> labels) {
		if (file.length > 0 && file[0] == 0x30) {
			return new Binary(file, true, true);
		}
		String text = text(file);
		if (text.startsWith("-----BEGIN ")) {
			boolean ours = labels.stream().anyMatch((label) -> text.startsWith("-----BEGIN " + label + "-----"));
			Matcher pem = PEM.matcher(text);
			return pem.matches() ? decoded(pem.group(2), ours) : new Binary(new byte[0], false, ours);
		}
		// a SEQUENCE of more than 127 octets, or without a length, begins so in Base64
		boolean plausible = text.startsWith("MI");
		return BASE64.matcher(text).matches() ? decoded(text, plausible) : new Binary(new byte[0], false, false);
	}

	private static String text(byte[] file) {
		String text = new String(file, StandardCharsets.ISO_8859_1);
		// the mark that some Windows programs put before UTF-8
		return (text.startsWith("\u00ef\u00bb\u00bf") ? text.substring(3) : text).strip();
	}

	private static Binary decoded(String base64, boolean known) {
		try {
			return new Binary(Base64.getDecoder().decode(base64.replaceAll("\\s", "")), true, known);
		}
		catch (IllegalArgumentException ex) {
			return new Binary(new byte[0], false, known);
		}
	}

}
