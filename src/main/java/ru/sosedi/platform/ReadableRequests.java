package ru.sosedi.platform;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a request whose parameters or form cannot be read, before anything asks for
 * them: otherwise the first to ask (the form token's check) would take an upload that is
 * too big for a form without a token. PostgreSQL stores no NUL in text, so no parameter
 * may hold one.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class ReadableRequests extends OncePerRequestFilter {

	private final SecurityHeaders headers;

	ReadableRequests(SecurityHeaders headers) {
		this.headers = headers;
	}

	@Override
	protected boolean shouldNotFilterErrorDispatch() {
		return false;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		boolean error = request.getDispatcherType() == DispatcherType.ERROR;
		HttpStatus refusal = error ? null : refusal(request);
		if ((error || refusal != null) && !response.containsHeader("Content-Security-Policy")) {
			// The security chain, which writes them otherwise, was not reached.
			this.headers.writeHeaders(request, response);
		}
		if (refusal != null) {
			response.sendError(refusal.value());
		}
		else {
			// The page that says so must not ask a database that is away who is signed
			// in.
			boolean away = error
					&& DatabaseAway.isCauseOf((Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
			chain.doFilter(new BelievableSession(request, !away), response);
		}
	}

	/** {@code null} when the request can be read. */
	private static HttpStatus refusal(HttpServletRequest request) {
		try {
			if (StringUtils.startsWithIgnoreCase(request.getContentType(), "multipart/")) {
				for (Part part : request.getParts()) {
					if (holdsNul(part.getName(), part.getSubmittedFileName())) {
						return HttpStatus.BAD_REQUEST;
					}
				}
			}
			Map<String, String[]> parameters = request.getParameterMap();
			boolean unstorable = parameters.keySet().stream().anyMatch(ReadableRequests::holdsNul)
					|| parameters.values().stream().anyMatch(ReadableRequests::holdsNul);
			return unstorable ? HttpStatus.BAD_REQUEST : null;
		}
		catch (IOException | ServletException | RuntimeException unreadable) {
			return UnreadableUploads.areTooBig(unreadable) ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.BAD_REQUEST;
		}
	}

	private static boolean holdsNul(String... texts) {
		return Arrays.stream(texts).anyMatch((text) -> text != null && text.indexOf('\0') >= 0);
	}

}
