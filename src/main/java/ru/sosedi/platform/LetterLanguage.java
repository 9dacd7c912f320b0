package ru.sosedi.platform;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Whoever follows an English letter stays with English pages: on addresses that no cache
 * keeps, {@code ?lang=} chooses the language for what comes next too. Public pages set no
 * cookie.
 */
@Component
class LetterLanguage extends OncePerRequestFilter {

	private static final Duration A_YEAR = Duration.ofDays(365);

	private final LanguageResolver languages;

	private final SecuritySettings settings;

	LetterLanguage(LanguageResolver languages, SecuritySettings settings) {
		this.languages = languages;
		this.settings = settings;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (PrivateAddresses.contain(request.getRequestURI()) && this.languages.isAskedFor(request)) {
			Locale language = this.languages.resolveLocale(request);
			response.addHeader(HttpHeaders.SET_COOKIE,
					ResponseCookie.from(Languages.COOKIE, language.getLanguage())
						.path("/")
						.maxAge(A_YEAR)
						.httpOnly(true)
						.secure(this.settings.https())
						.sameSite("Lax")
						.build()
						.toString());
		}
		chain.doFilter(request, response);
	}

}
