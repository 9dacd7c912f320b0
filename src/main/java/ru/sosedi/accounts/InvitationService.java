package ru.sosedi.accounts;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.shared.Audited;
import ru.sosedi.shared.Email;
import ru.sosedi.shared.NotFoundException;

/**
 * The invited person's side of an invitation: open the link, choose name and password.
 */
@Service
@Transactional(readOnly = true)
public class InvitationService {

	/**
	 * Whom a link invites.
	 *
	 * @param name as the administrator wrote it
	 */
	public record Invited(Email email, String name) {

	}

	private final OneTimeLinks links;

	private final AccountRepository accounts;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	InvitationService(OneTimeLinks links, AccountRepository accounts, ApplicationEventPublisher events, Clock clock) {
		this.links = links;
		this.accounts = accounts;
		this.events = events;
		this.clock = clock;
	}

	/** Empty for a link that is forged, used, too old or replaced. */
	public Optional<Invited> invited(String secret) {
		return this.links.accountOf(AccountLink.Kind.INVITATION, secret)
			.filter(Account::isInvited)
			.map((account) -> new Invited(account.email(), account.name()));
	}

	/**
	 * Uses the link up and opens the account.
	 * @return the sign-in that this earns
	 * @throws NotFoundException when the link is dead, or died just now
	 */
	@Transactional
	public SignedInAccount accept(String secret, PersonName name, HashedPassword password) {
		Account account = this.links.use(AccountLink.Kind.INVITATION, secret)
			.filter(Account::isInvited)
			.orElseThrow(() -> new NotFoundException("invitation"));
		Instant now = this.clock.instant();
		account.activate(name, password);
		this.accounts.saveAndFlush(account);
		this.accounts.signedInAt(account.id(), now);
		this.events.publishEvent(new Audited(account.id(), account.name(), "accounts.invitation.accepted", "Account",
				account.id().toString(), account.name(), null, null));
		return account.signedIn(now);
	}

}
