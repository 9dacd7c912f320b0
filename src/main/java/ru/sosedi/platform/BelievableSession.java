package ru.sosedi.platform;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/**
 * A request without session cookies that this portal cannot have made. Their content goes
 * into a query as it is, and the database refuses some bytes (NUL) with an error that
 * would be a 500 for as long as the browser keeps the cookie.
 */
class BelievableSession extends HttpServletRequestWrapper {

	private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");

	private final boolean believed;

	/**
	 * @param believed whether any session cookie is looked at
	 */
	BelievableSession(HttpServletRequest request, boolean believed) {
		super(request);
		this.believed = believed;
	}

	@Override
	public Cookie[] getCookies() {
		Cookie[] cookies = super.getCookies();
		return (cookies != null) ? Arrays.stream(cookies).filter(this::isPlausible).toArray(Cookie[]::new) : null;
	}

	private boolean isPlausible(Cookie cookie) {
		if (!cookie.getName().endsWith("SESSION")) {
			return true;
		}
		if (!this.believed) {
			return false;
		}
		try {
			String id = new String(Base64.getDecoder().decode(cookie.getValue()), StandardCharsets.ISO_8859_1);
			return ID.matcher(id).matches();
		}
		catch (IllegalArgumentException notBase64) {
			return false;
		}
	}

}
