package ru.sosedi.accounts;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.shared.Audited;
import ru.sosedi.shared.Email;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.StaleEditException;

/** Upkeep of other people's accounts, by an administrator. */
@Service
@Transactional(readOnly = true)
public class AccountService {

	private static final int LONGEST_REASON = 500;

	private final AccountRepository accounts;

	private final AccountSessions sessions;

	private final OneTimeLinks links;

	private final AccountMails mails;

	private final RoleBounds bounds;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	AccountService(AccountRepository accounts, AccountSessions sessions, OneTimeLinks links, AccountMails mails,
			RoleBounds bounds, ApplicationEventPublisher events, Clock clock) {
		this.accounts = accounts;
		this.sessions = sessions;
		this.links = links;
		this.mails = mails;
		this.bounds = bounds;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * @throws NotFoundException for an id that names no account
	 */
	public Account byId(UUID id) {
		return this.accounts.findById(id).orElseThrow(() -> new NotFoundException("account"));
	}

	/** The account with that address, if there is one. */
	public Optional<UUID> idOf(Email email) {
		return this.accounts.idByEmail(email.value());
	}

	/**
	 * Makes an account and sends its owner the link, which works for 72 hours.
	 * @param language of the letter and of those to come
	 * @throws RefusedException when the address has an account, or a grant names no
	 * library or party
	 */
	@Transactional
	public Account invite(Actor actor, Email email, PersonName name, Locale language, Set<RoleGrant> grants) {
		Account account = made(email, name, language, grants);
		this.mails.invitation(account, this.links.issue(account, AccountLink.Kind.INVITATION));
		audit(actor, account, "accounts.account.invited", null,
				Map.of("email", email.value(), "roles", rolesOf(grants)));
		return account;
	}

	/**
	 * Makes an account that signs in at once with that password: the first one of a
	 * portal, and those of a demonstration.
	 * @throws RefusedException as {@link #invite}
	 */
	@Transactional
	public Account open(Actor actor, Email email, PersonName name, Locale language, Set<RoleGrant> grants,
			HashedPassword password) {
		Account account = made(email, name, language, grants);
		account.activate(name, password);
		audit(actor, account, "accounts.account.opened", null,
				Map.of("email", email.value(), "roles", rolesOf(grants)));
		return account;
	}

	private Account made(Email email, PersonName name, Locale language, Set<RoleGrant> grants) {
		this.bounds.require(grants);
		try {
			return this.accounts.saveAndFlush(new Account(email, name, language, grants, this.clock.instant()));
		}
		catch (DataIntegrityViolationException taken) {
			throw new RefusedException("email", "accounts.account.taken");
		}
	}

	/**
	 * Sends a new link; the older one dies.
	 * @throws RefusedException when the person has accepted already or is blocked
	 */
	@Transactional
	public void inviteAgain(Actor actor, UUID id) {
		Account account = locked(id);
		if (!account.isInvited()) {
			throw new RefusedException(null, "accounts.invitation.not_waiting");
		}
		this.mails.invitation(account, this.links.issue(account, AccountLink.Kind.INVITATION));
		audit(actor, account, "accounts.invitation.sent_again", null, null);
	}

	/**
	 * Gives exactly these roles. The person's sessions end at once.
	 * @param version of the account when the form was opened
	 * @throws StaleEditException when somebody changed the account since
	 * @throws RefusedException when nobody would be left to administer the portal
	 */
	@Transactional
	public void grant(Actor actor, UUID id, Set<RoleGrant> grants, long version) {
		this.bounds.require(grants);
		List<UUID> administrators = lockedAdministrators();
		Account account = locked(id);
		if (account.version() != version) {
			throw new StaleEditException("account");
		}
		Set<RoleGrant> old = account.grants();
		if (old.equals(grants)) {
			return;
		}
		if (grants.stream().noneMatch((grant) -> grant.role() == Role.ADMINISTRATOR)) {
			refuseIfLast(administrators, account, "accounts.roles.last_administrator");
		}
		account.grant(grants);
		this.sessions.sweep(account);
		audit(actor, account, "accounts.roles.changed", Map.of("roles", rolesOf(old)),
				Map.of("roles", rolesOf(grants)));
	}

	/**
	 * Ends the person's sessions at once and kills all links.
	 * @param reason shown to administrators; required
	 */
	@Transactional
	public void block(Actor actor, UUID id, String reason) {
		String why = (reason == null) ? "" : reason.strip();
		if (why.isEmpty()) {
			throw new RefusedException("reason", "accounts.block.reason_missing");
		}
		if (why.length() > LONGEST_REASON) {
			throw new RefusedException("reason", "accounts.block.reason_long", LONGEST_REASON);
		}
		if (id.equals(actor.accountId())) {
			throw new RefusedException(null, "accounts.block.oneself");
		}
		List<UUID> administrators = lockedAdministrators();
		Account account = locked(id);
		if (account.isBlocked()) {
			return;
		}
		refuseIfLast(administrators, account, "accounts.block.last_administrator");
		account.block(why);
		this.links.withdrawAll(account);
		this.sessions.sweep(account);
		audit(actor, account, "accounts.account.blocked", null, Map.of("reason", why));
	}

	@Transactional
	public void unblock(Actor actor, UUID id) {
		Account account = locked(id);
		if (account.isBlocked()) {
			String reason = account.blockedReason();
			account.unblock();
			audit(actor, account, "accounts.account.unblocked", Map.of("reason", reason), null);
		}
	}

	/**
	 * Corrects the address. All links and sessions die; a person who has not accepted yet
	 * gets the invitation at the new address.
	 */
	@Transactional
	public void moveTo(Actor actor, UUID id, Email email) {
		Account account = locked(id);
		Email old = account.email();
		if (old.equals(email)) {
			return;
		}
		account.moveTo(email);
		try {
			this.accounts.saveAndFlush(account);
		}
		catch (DataIntegrityViolationException taken) {
			throw new RefusedException("email", "accounts.account.taken");
		}
		this.links.withdrawAll(account);
		this.sessions.sweep(account);
		if (account.isInvited()) {
			this.mails.invitation(account, this.links.issue(account, AccountLink.Kind.INVITATION));
		}
		audit(actor, account, "accounts.account.moved", Map.of("email", old.value()), Map.of("email", email.value()));
	}

	/** Signs the person out everywhere. */
	@Transactional
	public void endSessions(Actor actor, UUID id) {
		Account account = locked(id);
		account.endSessions();
		this.sessions.sweep(account);
		audit(actor, account, "accounts.sessions.ended", null, null);
	}

	private Account locked(UUID id) {
		return this.accounts.lockById(id).orElseThrow(() -> new NotFoundException("account"));
	}

	// In the order of their ids, so that two administrators who remove each other wait
	// instead of both succeeding.
	private List<UUID> lockedAdministrators() {
		this.accounts.administratorIds().forEach(this.accounts::lockById);
		return this.accounts.administratorIds();
	}

	private static void refuseIfLast(List<UUID> administrators, Account account, String messageKey) {
		if (administrators.equals(List.of(account.id()))) {
			throw new RefusedException(null, messageKey);
		}
	}

	private static String rolesOf(Set<RoleGrant> grants) {
		return grants.stream().map(AccountService::describe).sorted().collect(Collectors.joining(", "));
	}

	private static String describe(RoleGrant grant) {
		UUID place = (grant.libraryId() != null) ? grant.libraryId() : grant.partyId();
		return (place != null) ? grant.role() + " " + place : grant.role().toString();
	}

	private void audit(Actor actor, Account account, String action, Map<String, String> before,
			Map<String, String> after) {
		this.events.publishEvent(new Audited(actor.accountId(), actor.name(), action, "Account",
				account.id().toString(), account.name(), before, after));
	}

}
