package ru.sosedi.accounts;

import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.task.TaskExecutor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import ru.sosedi.shared.Audited;
import ru.sosedi.shared.Email;
import ru.sosedi.shared.NotFoundException;

/** A forgotten password: a letter with a link, and a new password by that link. */
@Service
@Transactional(readOnly = true)
public class PasswordReset {

	private static final Logger log = LoggerFactory.getLogger(PasswordReset.class);

	private final OneTimeLinks links;

	private final AccountRepository accounts;

	private final AccountSessions sessions;

	private final AccountMails mails;

	private final ApplicationEventPublisher events;

	private final TaskExecutor background;

	private final TransactionTemplate transaction;

	PasswordReset(OneTimeLinks links, AccountRepository accounts, AccountSessions sessions, AccountMails mails,
			ApplicationEventPublisher events, @Qualifier("applicationTaskExecutor") TaskExecutor background,
			TransactionTemplate transaction) {
		this.links = links;
		this.accounts = accounts;
		this.sessions = sessions;
		this.mails = mails;
		this.events = events;
		this.background = background;
		this.transaction = transaction;
	}

	/**
	 * Sends a link to that address if an active account has it. Returns at once and says
	 * nothing: neither the answer nor its time tells whether the account exists.
	 */
	public void ask(Email email) {
		this.background.execute(() -> {
			try {
				this.transaction.executeWithoutResult((status) -> send(email));
			}
			catch (RuntimeException ex) {
				log.error("A password reset letter could not be written", ex);
			}
		});
	}

	private void send(Email email) {
		this.accounts.idByEmail(email.value())
			.flatMap(this.accounts::lockById)
			.filter((account) -> account.state() == Account.State.ACTIVE)
			.ifPresent((account) -> this.mails.passwordReset(account,
					this.links.issue(account, AccountLink.Kind.PASSWORD_RESET)));
	}

	/**
	 * Whose password the link resets; empty for a link that is forged, used, too old or
	 * replaced.
	 */
	public Optional<Email> owner(String secret) {
		return this.links.accountOf(AccountLink.Kind.PASSWORD_RESET, secret)
			.filter((account) -> account.state() == Account.State.ACTIVE)
			.map(Account::email);
	}

	/**
	 * Uses the link up, sets the password and ends all sessions.
	 * @throws NotFoundException when the link is dead, or died just now
	 */
	@Transactional
	public void finish(String secret, HashedPassword password) {
		Account account = this.links.use(AccountLink.Kind.PASSWORD_RESET, secret)
			.filter((owner) -> owner.state() == Account.State.ACTIVE)
			.orElseThrow(() -> new NotFoundException("password reset link"));
		account.changePassword(password);
		this.sessions.sweep(account);
		this.mails.passwordChanged(account);
		this.events.publishEvent(new Audited(account.id(), account.name(), "accounts.password.reset", "Account",
				account.id().toString(), account.name(), null, null));
	}

}
