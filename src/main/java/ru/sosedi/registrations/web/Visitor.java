package ru.sosedi.registrations.web;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.core.Authentication;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.Role;
import ru.sosedi.accounts.SignedInAccount;

/** Whoever opens a page that anybody may open. */
final class Visitor {

	private Visitor() {
	}

	/** Who it is, when signed in. */
	static Optional<Actor> of(HttpServletRequest request) {
		return (request.getUserPrincipal() instanceof Authentication authentication
				&& authentication.getPrincipal() instanceof SignedInAccount account) ? Optional.of(account.actor())
						: Optional.empty();
	}

	/** Whether it is somebody who checks people in. */
	static boolean isAtTheDoor(HttpServletRequest request) {
		return of(request).filter((actor) -> actor.is(Role.LIBRARIAN) || actor.is(Role.ADMINISTRATOR)).isPresent();
	}

}
