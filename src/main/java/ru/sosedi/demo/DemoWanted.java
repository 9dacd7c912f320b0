package ru.sosedi.demo;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * {@code portal.demo} decides; when it is not set, the demonstration belongs to the
 * embedded database alone. Never in the profile {@code prod}.
 */
class DemoWanted implements Condition {

	@Override
	public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
		Environment environment = context.getEnvironment();
		boolean embedded = !StringUtils.hasText(environment.getProperty("spring.datasource.url"));
		return !environment.acceptsProfiles(Profiles.of("prod"))
				&& environment.getProperty("portal.demo", Boolean.class, embedded);
	}

}
