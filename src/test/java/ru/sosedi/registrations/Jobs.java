package ru.sosedi.registrations;

import org.springframework.context.ApplicationContext;

/** What the portal does by itself, done now. */
public final class Jobs {

	private Jobs() {
	}

	/** Reminds and thanks whoever is due. */
	public static void remind(ApplicationContext context) {
		context.getBean(RegistrationReminders.class).send();
	}

}
