package ru.sosedi.accounts;

import java.util.Locale;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import ru.sosedi.shared.Email;
import ru.sosedi.shared.RefusedException;

/**
 * Makes the first administrator from the start-up settings, when there is none. Without a
 * password in the settings the person gets an invitation.
 */
@Component
class FirstAdministrator implements ApplicationRunner {

	/**
	 * Who the first administrator is.
	 *
	 * @param email no administrator is made without it
	 * @param name the address when not given
	 * @param password may be {@code null}
	 */
	@ConfigurationProperties("portal.first-administrator")
	record Settings(String email, String name, String password) {

		boolean arePresent() {
			return this.email != null && !this.email.isBlank();
		}

		boolean havePassword() {
			return this.password != null && !this.password.isEmpty();
		}

	}

	private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);

	private final Settings settings;

	private final AccountRepository accounts;

	private final AccountService service;

	private final Passwords passwords;

	private final TransactionTemplate transaction;

	FirstAdministrator(Settings settings, AccountRepository accounts, AccountService service, Passwords passwords,
			TransactionTemplate transaction) {
		this.settings = settings;
		this.accounts = accounts;
		this.service = service;
		this.passwords = passwords;
		this.transaction = transaction;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		make(this.settings);
	}

	/**
	 * @throws IllegalStateException with a sentence for the operator, when a setting
	 * makes no sense
	 */
	void make(Settings wanted) {
		if (!wanted.arePresent() || !this.accounts.administratorIds().isEmpty()) {
			return;
		}
		if (!Email.isEmail(wanted.email())) {
			throw new IllegalStateException("portal.first-administrator.email is not an e-mail address");
		}
		Email email = Email.of(wanted.email());
		PersonName name = PersonName
			.of((wanted.name() == null || wanted.name().isBlank()) ? email.value() : wanted.name());
		HashedPassword password = wanted.havePassword() ? checked(wanted.password(), email) : null;
		this.transaction.executeWithoutResult((status) -> save(email, name, password));
	}

	private HashedPassword checked(String password, Email email) {
		try {
			return this.passwords.choose("password", password, email);
		}
		catch (RefusedException refusal) {
			throw new IllegalStateException("portal.first-administrator.password is too weak: at least "
					+ Passwords.SHORTEST + " characters, and none of the common ones", refusal);
		}
	}

	private void save(Email email, PersonName name, HashedPassword password) {
		Set<RoleGrant> grants = Set.of(RoleGrant.of(Role.ADMINISTRATOR));
		Locale language = Locale.of("ru");
		if (password == null) {
			this.service.invite(Actor.portal(), email, name, language, grants);
			log.info("The first administrator was invited: the link is in the letter");
			return;
		}
		this.service.open(Actor.portal(), email, name, language, grants, password);
		log.info("The first administrator was made and signs in with the password of the settings");
	}

}
