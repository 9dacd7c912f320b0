package ru.sosedi.accounts;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import ru.sosedi.shared.Email;

/**
 * Signs in by e-mail address and password. An unknown address costs the same work and
 * gets the same answer as a wrong password; only who knows the password learns that the
 * account is blocked.
 */
@Component
class PasswordSignIn implements AuthenticationProvider {

	private static final Logger log = LoggerFactory.getLogger(PasswordSignIn.class);

	private final AccountRepository accounts;

	private final Passwords passwords;

	private final TryLimits limits;

	private final TransactionTemplate transaction;

	private final Clock clock;

	PasswordSignIn(AccountRepository accounts, Passwords passwords, TryLimits limits, TransactionTemplate transaction,
			Clock clock) {
		this.accounts = accounts;
		this.passwords = passwords;
		this.limits = limits;
		this.transaction = transaction;
		this.clock = clock;
	}

	/**
	 * @param attempt with the {@link WebAuthenticationDetails} of its request
	 * @throws TooManyTriesException before anything is looked at
	 * @throws BadCredentialsException when address or password are wrong
	 * @throws LockedException when both are right and the account is blocked
	 */
	@Override
	public Authentication authenticate(Authentication attempt) {
		String email = attempt.getName();
		String from = ((WebAuthenticationDetails) attempt.getDetails()).getRemoteAddress();
		this.limits.take(TryLimits.Act.SIGN_IN, email, from);
		Optional<Account> account = Email.isEmail(email) ? this.accounts.findByEmail(Email.of(email).value())
				: Optional.empty();
		String hash = account.map(Account::passwordHash).orElse(null);
		if (!this.passwords.matches((String) attempt.getCredentials(), hash)) {
			account.ifPresent((known) -> log.info("A sign-in to account {} was refused", known.id()));
			throw new BadCredentialsException("wrong address or password");
		}
		this.limits.giveBack(TryLimits.Act.SIGN_IN, email, from);
		Account known = account.orElseThrow();
		if (known.isBlocked()) {
			throw new LockedException("blocked");
		}
		Instant now = this.clock.instant();
		this.transaction.executeWithoutResult((status) -> this.accounts.signedInAt(known.id(), now));
		SignedInAccount principal = known.signedIn(now);
		return UsernamePasswordAuthenticationToken.authenticated(principal, null, principal.authorities());
	}

	@Override
	public boolean supports(Class<?> attempt) {
		return UsernamePasswordAuthenticationToken.class.isAssignableFrom(attempt);
	}

}
