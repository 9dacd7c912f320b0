package ru.sosedi.platform;

import java.io.IOException;
import java.net.URI;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Sends people who are not (or no longer) signed in to the sign-in page, with the page
 * they asked for as {@code next}. A request by htmx would put that page into a part of
 * the present one: it is told to leave the page instead.
 */
class SignInEntryPoint implements AuthenticationEntryPoint {

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
			throws IOException {
		if ("true".equals(request.getHeader("HX-Request"))) {
			response.setHeader("HX-Redirect", signIn(pageOf(request.getHeader("HX-Current-URL"))));
			response.setStatus(HttpStatus.UNAUTHORIZED.value());
			return;
		}
		boolean repeatable = "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod());
		response.sendRedirect(signIn(repeatable ? addressOf(request) : null));
	}

	private static String signIn(String next) {
		UriComponentsBuilder address = UriComponentsBuilder.fromPath("/login");
		return (next == null) ? address.toUriString()
				: address.queryParam("next", "{next}").encode().buildAndExpand(next).toUriString();
	}

	private static String addressOf(HttpServletRequest request) {
		String query = request.getQueryString();
		return request.getRequestURI() + ((query == null) ? "" : "?" + query);
	}

	/** What htmx reports is only a wish: the sign-in page checks it before following. */
	private static String pageOf(String address) {
		try {
			URI page = (address == null) ? null : URI.create(address);
			return (page == null || page.getRawPath() == null) ? null
					: page.getRawPath() + ((page.getRawQuery() == null) ? "" : "?" + page.getRawQuery());
		}
		catch (IllegalArgumentException unreadable) {
			return null;
		}
	}

}
