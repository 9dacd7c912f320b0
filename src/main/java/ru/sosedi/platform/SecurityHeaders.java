package ru.sosedi.platform;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.stereotype.Component;

/**
 * The headers of every answer: pages, errors, feeds and files. A handler's own
 * {@code Cache-Control} stands, except on pages of signed-in people and pages that carry
 * a secret in their address.
 */
@Component
class SecurityHeaders implements HeaderWriter {

	static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
			+ "img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
			+ "frame-ancestors 'none'";

	// The content hash of the resource chain, or the version of a webjar: the file at
	// such
	// an address never changes.
	private static final Pattern HASHED = Pattern
		.compile("/(css|js|fonts|icons|vendor)/.+-[0-9a-f]{32}\\.[a-z0-9]+|/webjars/[a-z.-]+/[0-9]+\\.[^/]+/.+");

	private static final String PERMISSIONS = "Permissions-Policy";

	// the one page that reads tickets with the phone's camera
	private static final Pattern SCANNING = Pattern.compile("/desk/attendance/occurrences/[0-9a-f-]{36}/check-in");

	private final Map<String, String> always = new LinkedHashMap<>();

	SecurityHeaders(SecuritySettings settings) {
		this.always.put("Content-Security-Policy", CONTENT_SECURITY_POLICY);
		this.always.put("X-Content-Type-Options", "nosniff");
		this.always.put("X-Frame-Options", "DENY");
		this.always.put("Referrer-Policy", "same-origin");
		this.always.put("Cross-Origin-Opener-Policy", "same-origin");
		this.always.put("Cross-Origin-Resource-Policy", "same-origin");
		this.always.put("Cross-Origin-Embedder-Policy", "require-corp");
		this.always.put(PERMISSIONS, "accelerometer=(), camera=(), display-capture=(), geolocation=(self), "
				+ "gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()");
		if (settings.https()) {
			// On every answer, not only on those that look secure from here: TLS may end
			// at a proxy. Browsers ignore it over plain HTTP.
			this.always.put("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
		}
	}

	@Override
	public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
		this.always.forEach(response::setHeader);
		String path = request.getRequestURI();
		if (SCANNING.matcher(path).matches()) {
			response.setHeader(PERMISSIONS, this.always.get(PERMISSIONS).replace("camera=()", "camera=(self)"));
		}
		if (PrivateAddresses.contain(path)) {
			response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		}
		else if (!response.containsHeader(HttpHeaders.CACHE_CONTROL)) {
			response.setHeader(HttpHeaders.CACHE_CONTROL, (isFound(response) && HASHED.matcher(path).matches())
					? "public, max-age=31536000, immutable" : "no-cache");
		}
		if (isHtml(response)) {
			// Language, "my centre", the low-vision settings and the sign-in are cookies;
			// the same address gives htmx a part of the page.
			response.addHeader(HttpHeaders.VARY, "Cookie, HX-Request");
		}
	}

	private static boolean isFound(HttpServletResponse response) {
		int status = response.getStatus();
		return status == HttpServletResponse.SC_OK || status == HttpServletResponse.SC_NOT_MODIFIED;
	}

	private static boolean isHtml(HttpServletResponse response) {
		String type = response.getContentType();
		return type != null && type.startsWith(MediaType.TEXT_HTML_VALUE);
	}

}
