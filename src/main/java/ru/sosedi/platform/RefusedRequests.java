package ru.sosedi.platform;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/**
 * Answers requests that may not pass. A form whose token is missing or old was mostly
 * left open for long: strangers get it again, on the sign-in page with a sentence that
 * says so.
 */
class RefusedRequests implements AccessDeniedHandler {

	/** Set for the error page when the form was too old: a {@code Boolean}. */
	static final String FORM_EXPIRED = "formExpired";

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
			throws IOException {
		if (refusal instanceof CsrfException) {
			String path = request.getRequestURI();
			if ("/login".equals(path)) {
				response.sendRedirect("/login?after=expiry");
				return;
			}
			// The wrapped request that knows its user comes later in the chain.
			if (SecurityContextHolder.getContext().getAuthentication() == null && PrivateAddresses.contain(path)) {
				response.sendRedirect("/logout".equals(path) ? "/login?after=sign-out" : path);
				return;
			}
			request.setAttribute(FORM_EXPIRED, true);
		}
		response.sendError(HttpStatus.FORBIDDEN.value());
	}

}
