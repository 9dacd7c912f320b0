package ru.sosedi.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import ru.sosedi.accounts.SignedInAccount;

/**
 * Begins the session of somebody who has just proved who they are: a new session id, a
 * new form token, the sign-in kept in the session.
 */
@Component
class SignInSession {

	private final SessionAuthenticationStrategy strategy;

	private final SecurityContextRepository sessions;

	SignInSession(SessionAuthenticationStrategy strategy, SecurityContextRepository sessions) {
		this.strategy = strategy;
		this.sessions = sessions;
	}

	void begin(SignedInAccount account, HttpServletRequest request, HttpServletResponse response) {
		begin(UsernamePasswordAuthenticationToken.authenticated(account, null, account.authorities()), request,
				response);
	}

	void begin(Authentication authentication, HttpServletRequest request, HttpServletResponse response) {
		// The session is made first: an id that the browser brought along is never kept.
		request.getSession();
		this.strategy.onAuthentication(authentication, request, response);
		keep(authentication, request, response);
	}

	/** Goes on under another name, in the same session. */
	void rename(SignedInAccount account, HttpServletRequest request, HttpServletResponse response) {
		keep(UsernamePasswordAuthenticationToken.authenticated(account, null, account.authorities()), request,
				response);
	}

	private void keep(Authentication authentication, HttpServletRequest request, HttpServletResponse response) {
		SecurityContext context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(authentication);
		SecurityContextHolder.setContext(context);
		this.sessions.saveContext(context, request, response);
	}

}
