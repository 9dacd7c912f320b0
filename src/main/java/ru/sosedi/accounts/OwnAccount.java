package ru.sosedi.accounts;

import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.shared.Audited;
import ru.sosedi.shared.Email;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.RefusedException;

/** What a person does with the own account. */
@Service
@Transactional(readOnly = true)
public class OwnAccount {

	private final AccountRepository accounts;

	private final AccountSessions sessions;

	private final Passwords passwords;

	private final OneTimeLinks links;

	private final AccountMails mails;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	OwnAccount(AccountRepository accounts, AccountSessions sessions, Passwords passwords, OneTimeLinks links,
			AccountMails mails, ApplicationEventPublisher events, Clock clock) {
		this.accounts = accounts;
		this.sessions = sessions;
		this.passwords = passwords;
		this.links = links;
		this.mails = mails;
		this.events = events;
		this.clock = clock;
	}

	public Account of(Actor actor) {
		return this.accounts.findById(actor.accountId()).orElseThrow(() -> new NotFoundException("account"));
	}

	/** The address that the actor signs in with. */
	public Email emailOf(Actor actor) {
		return of(actor).email();
	}

	/** Changes the name and the language of the letters. */
	@Transactional
	public void introduce(Actor actor, PersonName name, Locale language) {
		Account account = locked(actor);
		Map<String, String> before = new HashMap<>();
		Map<String, String> after = new HashMap<>();
		if (!account.name().equals(name.value())) {
			before.put("name", account.name());
			after.put("name", name.value());
		}
		if (!account.language().equals(language)) {
			before.put("language", account.language().getLanguage());
			after.put("language", language.getLanguage());
		}
		account.rename(name);
		account.speak(language);
		if (!after.isEmpty()) {
			audit(account, "accounts.account.introduced", before, after);
		}
	}

	/**
	 * Whether this is the person's password now. Takes a good part of a second: call it
	 * outside of a transaction.
	 * @throws RefusedException at that field when it is not
	 */
	@Transactional(propagation = Propagation.NOT_SUPPORTED)
	public void confirm(Actor actor, String field, String password) {
		if (!this.passwords.matches(password, of(actor).passwordHash())) {
			throw new RefusedException(field, "accounts.password.wrong");
		}
	}

	/**
	 * Ends all sessions and withdraws all links.
	 * @return the sign-in to go on with
	 */
	@Transactional
	public SignedInAccount changePassword(Actor actor, HashedPassword password) {
		Account account = locked(actor);
		account.changePassword(password);
		this.links.withdrawAll(account);
		this.sessions.sweep(account);
		this.mails.passwordChanged(account);
		audit(account, "accounts.password.changed", null, null);
		return account.signedIn(this.clock.instant());
	}

	/**
	 * Ends all sessions.
	 * @return the sign-in to go on with here
	 */
	@Transactional
	public SignedInAccount signOutEverywhere(Actor actor) {
		Account account = locked(actor);
		account.endSessions();
		this.sessions.sweep(account);
		audit(account, "accounts.sessions.ended", null, null);
		return account.signedIn(this.clock.instant());
	}

	private Account locked(Actor actor) {
		return this.accounts.lockById(actor.accountId())
			.filter((account) -> account.state() == Account.State.ACTIVE)
			.orElseThrow(() -> new NotFoundException("account"));
	}

	private void audit(Account account, String action, Map<String, String> before, Map<String, String> after) {
		this.events.publishEvent(new Audited(account.id(), account.name(), action, "Account", account.id().toString(),
				account.name(), before, after));
	}

}
