package ru.sosedi.accounts;

import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Ends all sessions of an account at once, on every node: a session belongs to the epoch
 * in which it began, and a block, a change of roles or password, or "sign out everywhere"
 * begins a new one.
 */
@Component
public class SessionEpochs {

	private final JdbcClient jdbc;

	SessionEpochs(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Whether the session of this sign-in is still good. */
	public boolean isCurrent(SignedInAccount account) {
		UUID id = account.actor().accountId();
		return this.jdbc.sql("select session_epoch from account where id = ? and state = 'ACTIVE'")
			.param(id)
			.query(Integer.class)
			.optional()
			.filter((epoch) -> epoch == account.epoch())
			.isPresent();
	}

}
