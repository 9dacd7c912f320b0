package ru.sosedi.platform;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import ru.sosedi.accounts.AccountSessions;
import ru.sosedi.accounts.SignedInAccount;

/**
 * The sign-in kept in the session, believed only while it still holds: not older than the
 * absolute limit, of the account's present session epoch. So a block that runs at the
 * same moment as a sign-in cannot leave a living session behind. The question is asked
 * when somebody wants to know who is signed in, never for a public file.
 */
class LiveSessions implements SecurityContextRepository {

	private static final Logger log = LoggerFactory.getLogger(LiveSessions.class);

	private final SecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

	private final AccountSessions accounts;

	private final Clock clock;

	private final Duration longestSession;

	LiveSessions(AccountSessions accounts, Clock clock, Duration longestSession) {
		this.accounts = accounts;
		this.clock = clock;
		this.longestSession = longestSession;
	}

	@Override
	public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
		return new Checked(() -> load(request));
	}

	@Override
	@Deprecated
	public SecurityContext loadContext(HttpRequestResponseHolder holder) {
		return load(holder.getRequest());
	}

	private SecurityContext load(HttpServletRequest request) {
		SecurityContext context;
		try {
			context = this.sessions.loadDeferredContext(request).get();
		}
		catch (RuntimeException unreadable) {
			if (DatabaseAway.isCauseOf(unreadable)) {
				// The sign-in holds; nobody can tell whose it is just now.
				throw unreadable;
			}
			// Written by another release of the portal: that person signs in again.
			log.info("A session could not be read and was ended: {}", unreadable.toString());
			return end(request);
		}
		Authentication authentication = context.getAuthentication();
		if (authentication == null) {
			return context;
		}
		boolean holds = authentication.getPrincipal() instanceof SignedInAccount account
				&& this.clock.instant().isBefore(account.signedInAt().plus(this.longestSession))
				&& this.accounts.isCurrent(account);
		return holds ? context : end(request);
	}

	private static SecurityContext end(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		if (session != null) {
			session.invalidate();
		}
		return SecurityContextHolder.createEmptyContext();
	}

	@Override
	public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
		this.sessions.saveContext(context, request, response);
	}

	@Override
	public boolean containsContext(HttpServletRequest request) {
		return this.sessions.containsContext(request);
	}

	private static final class Checked implements DeferredSecurityContext {

		private final Supplier<SecurityContext> loading;

		private SecurityContext context;

		Checked(Supplier<SecurityContext> loading) {
			this.loading = loading;
		}

		@Override
		public SecurityContext get() {
			if (this.context == null) {
				this.context = this.loading.get();
			}
			return this.context;
		}

		@Override
		public boolean isGenerated() {
			return get().getAuthentication() == null;
		}

	}

}
