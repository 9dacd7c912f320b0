package ru.sosedi.accounts;

import java.util.Map;

import org.springframework.stereotype.Component;
import ru.sosedi.notifications.LetterTemplates;
import ru.sosedi.notifications.Notifications;
import ru.sosedi.shared.PublicAddress;

/**
 * Letters about accounts. Their links begin with the portal's public address, never with
 * what a request called it.
 */
@Component
class AccountMails {

	private final LetterTemplates templates;

	private final Notifications notifications;

	private final PublicAddress portal;

	AccountMails(LetterTemplates templates, Notifications notifications, PublicAddress portal) {
		this.templates = templates;
		this.notifications = notifications;
		this.portal = portal;
	}

	void invitation(Account account, String secret) {
		send("accounts/invitation", account, Map.of("link", link("/invitations/", secret, account), "hours",
				OneTimeLinks.INVITATION_LIFETIME.toHours()));
	}

	void passwordReset(Account account, String secret) {
		send("accounts/password-reset", account, Map.of("link", link("/password/reset/", secret, account), "minutes",
				OneTimeLinks.RESET_LIFETIME.toMinutes()));
	}

	/** Tells the owner, who would notice if it was somebody else. */
	void passwordChanged(Account account) {
		send("accounts/password-changed", account, Map.of("link", this.portal.of("/password/reset")));
	}

	private void send(String letter, Account account, Map<String, Object> model) {
		this.notifications
			.send(this.templates.write(letter, account.email(), account.name(), account.language(), model));
	}

	private String link(String path, String secret, Account account) {
		return this.portal.of(path + secret + "?lang=" + account.language().getLanguage());
	}

}
