package ru.sosedi.journeys;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;

import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.SignIn;

import org.springframework.context.ApplicationContext;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/** Begins sessions without the sign-in page. */
record Sessions(ApplicationContext portal) {

	/** The value of the session's cookie. */
	@SuppressWarnings("unchecked")
	String begin(Actor actor) {
		return begin(this.portal.getBean(SessionRepository.class),
				SignIn.authentication(actor, this.portal.getBean(Clock.class).instant()));
	}

	private static <S extends Session> String begin(SessionRepository<S> sessions, Authentication authentication) {
		SecurityContext context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(authentication);
		S session = sessions.createSession();
		session.setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, context);
		session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, authentication.getName());
		sessions.save(session);
		return Base64.getEncoder().encodeToString(session.getId().getBytes(StandardCharsets.UTF_8));
	}

}
