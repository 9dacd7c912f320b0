package ru.sosedi.shared.web;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/**
 * Public pages may be kept and must be asked about: the tag is a hash of what was
 * rendered, since a page depends on the day, the language and the look as well as on the
 * rows. Each module registers it for its own addresses. See docs/adr/0037.
 */
public class PublicPageTags extends ShallowEtagHeaderFilter {

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (request.getUserPrincipal() != null) {
			// pages of the signed-in stay under the rule that none is kept
			chain.doFilter(request, response);
			return;
		}
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
		response.addHeader(HttpHeaders.VARY, "Cookie, HX-Request");
		super.doFilterInternal(request, response, chain);
	}

}
