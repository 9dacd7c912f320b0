package ru.sosedi.accounts.web;

import org.springframework.core.MethodParameter;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.SignedInAccount;
import ru.sosedi.shared.Accountable;

/**
 * Hands the signed-in person to a handler that takes an {@link Actor} (or, below the
 * accounts, an {@link Accountable}); whoever is not signed in is sent to the sign-in
 * page.
 */
@Component
class CurrentActorResolver implements HandlerMethodArgumentResolver {

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		Class<?> type = parameter.getParameterType();
		return type == Actor.class || type == Accountable.class || type == SignedInAccount.class;
	}

	@Override
	public Object resolveArgument(MethodParameter parameter, ModelAndViewContainer container, NativeWebRequest request,
			WebDataBinderFactory binderFactory) {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		if (authentication == null || !(authentication.getPrincipal() instanceof SignedInAccount account)) {
			throw new AccessDeniedException("not signed in");
		}
		return (parameter.getParameterType() == SignedInAccount.class) ? account : account.actor();
	}

}
