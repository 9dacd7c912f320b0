package ru.sosedi.platform;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * The language of a page: {@code ?lang=}, else the cookie, else Russian. The browser's
 * own wish ({@code Accept-Language}) is not asked: one address is one page for everybody,
 * so that it can be shared and cached.
 */
@Component("localeResolver")
class LanguageResolver implements LocaleResolver {

	/** Read from the query itself: a form may have a field of the same name. */
	private static final Pattern PARAMETER = Pattern.compile("(?:^|&)lang=([a-z]{2})(?=&|$)");

	@Override
	public Locale resolveLocale(HttpServletRequest request) {
		return fromQuery(request).or(() -> fromCookie(request)).orElse(Languages.RUSSIAN);
	}

	@Override
	public void setLocale(HttpServletRequest request, HttpServletResponse response, Locale locale) {
		throw new UnsupportedOperationException("the language is chosen at /preferences/language");
	}

	/** Whether the address itself names a language that differs from the chosen one. */
	boolean isAskedFor(HttpServletRequest request) {
		Optional<Locale> asked = fromQuery(request);
		return asked.isPresent() && !asked.equals(fromCookie(request));
	}

	private Optional<Locale> fromQuery(HttpServletRequest request) {
		String query = request.getQueryString();
		if (query == null) {
			return Optional.empty();
		}
		Matcher parameter = PARAMETER.matcher(query);
		return parameter.find() ? Languages.of(parameter.group(1)) : Optional.empty();
	}

	private Optional<Locale> fromCookie(HttpServletRequest request) {
		Cookie cookie = WebUtils.getCookie(request, Languages.COOKIE);
		return (cookie != null) ? Languages.of(cookie.getValue()) : Optional.empty();
	}

}
