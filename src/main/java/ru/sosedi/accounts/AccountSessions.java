package ru.sosedi.accounts;

import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/**
 * The sessions of an account, on all nodes. A session belongs to the account's epoch in
 * which it began: a block, a change of roles or password, or "sign out everywhere" begins
 * a new one, and what is left in the session table is only swept up here.
 */
@Component
public class AccountSessions {

	private final JdbcClient jdbc;

	private final FindByIndexNameSessionRepository<? extends Session> sessions;

	AccountSessions(JdbcClient jdbc, FindByIndexNameSessionRepository<? extends Session> sessions) {
		this.jdbc = jdbc;
		this.sessions = sessions;
	}

	/** Whether a session of this sign-in is still good. */
	public boolean isCurrent(SignedInAccount account) {
		return this.jdbc.sql("select session_epoch from account where id = ? and state = 'ACTIVE'")
			.param(account.actor().accountId())
			.query(Integer.class)
			.optional()
			.filter((epoch) -> epoch == account.epoch())
			.isPresent();
	}

	/** In how many places the person is signed in. */
	public int count(UUID accountId) {
		return (int) this.sessions.findByPrincipalName(accountId.toString())
			.values()
			.stream()
			.filter((session) -> !session.isExpired())
			.count();
	}

	/** Removes the rows, in the transaction of whoever began the new epoch. */
	void sweep(Account account) {
		this.jdbc.sql("delete from spring_session where principal_name = ?").param(account.id().toString()).update();
	}

}
