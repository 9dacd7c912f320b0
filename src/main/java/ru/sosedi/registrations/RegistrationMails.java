package ru.sosedi.registrations;

import java.time.Instant;
import java.util.Map;

import org.springframework.stereotype.Component;
import ru.sosedi.notifications.Notifications;
import ru.sosedi.notifications.UnwrittenLetter;

/**
 * Puts the letters about sign-ups into the outbox, in the transaction of the change. What
 * a letter says is written when it is sent. Each is sent once: its key says what for. The
 * constants are the letters' templates; a kind has a point where they have a slash.
 */
@Component
class RegistrationMails {

	/** The link by which a sign-up becomes one. */
	static final String CONFIRM = "registrations/confirm";

	/** The library has yet to agree. */
	static final String REQUESTED = "registrations/requested";

	/** The seats are the person's; with the ticket. */
	static final String CONFIRMED = "registrations/confirmed";

	/** On the waiting list. */
	static final String WAITING = "registrations/waiting";

	/** A seat came free. */
	static final String OFFER = "registrations/offer";

	/** The library did not agree. */
	static final String DECLINED = "registrations/declined";

	/** The library gave the person's seats up, or the date is cancelled. */
	static final String CANCELLED = "registrations/cancelled";

	/** Another hour or place. */
	static final String CHANGED = "registrations/changed";

	/** Soon. */
	static final String REMINDER = "registrations/reminder";

	/** Signed up already: the link to change it. */
	static final String AGAIN = "registrations/again";

	/** All sign-ups of a person. */
	static final String MINE = "registrations/mine";

	/** Thanks, with a question. */
	static final String THANKS = "registrations/thanks";

	private final Notifications notifications;

	RegistrationMails(Notifications notifications) {
		this.notifications = notifications;
	}

	/** The letter of which a person gets one for each sign-up. */
	void send(String letter, Registration registration) {
		send(letter, registration, registration.id().toString(), Map.of());
	}

	/** The person tries to sign up again: at most one letter an hour says so. */
	void again(Registration registration, Instant now) {
		String letter = (registration.state() == RegistrationState.UNCONFIRMED) ? CONFIRM : AGAIN;
		send(letter, registration, registration.id() + ":" + now.getEpochSecond() / 3600, Map.of());
	}

	/**
	 * @param once what makes this letter another one than those of its kind before
	 */
	void send(String letter, Registration registration, String once, Map<String, String> facts) {
		String kind = letter.replace('/', '.');
		if (registration.email() != null) {
			this.notifications.send(new UnwrittenLetter(kind, registration.id(), facts, registration.email(),
					registration.name(), registration.language(), kind + ":" + once));
		}
	}

}
