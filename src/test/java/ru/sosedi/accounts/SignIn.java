package ru.sosedi.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import ru.sosedi.TestClock;
import ru.sosedi.shared.Ids;

/**
 * Signs a request in:
 * {@code mvc.get().uri("/desk").with(SignIn.as(librarian)).exchange()}. A posting request
 * needs the form token too: {@code .with(csrf())} of
 * {@link SecurityMockMvcRequestPostProcessors}.
 */
public final class SignIn {

	private SignIn() {
	}

	public static RequestPostProcessor as(Actor actor) {
		return SecurityMockMvcRequestPostProcessors.authentication(authentication(actor));
	}

	/**
	 * Somebody with these roles, without libraries and without a row in the database:
	 * enough for pages that only read.
	 */
	public static RequestPostProcessor as(Role... roles) {
		return as(new Actor(Ids.next(), "Test Person", Set.copyOf(List.of(roles))));
	}

	/** Somebody without any role, like {@link #as(Role...)}. */
	public static RequestPostProcessor withoutRoles() {
		return as(new Role[0]);
	}

	public static Authentication authentication(Actor actor) {
		return authentication(actor, TestClock.START);
	}

	/** Signed in at that moment. */
	public static Authentication authentication(Actor actor, Instant at) {
		SignedInAccount account = new SignedInAccount(actor, 0, at);
		return UsernamePasswordAuthenticationToken.authenticated(account, null, account.authorities());
	}

}
