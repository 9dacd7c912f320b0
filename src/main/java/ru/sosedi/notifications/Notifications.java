package ru.sosedi.notifications;

import java.time.Clock;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The way out for every letter. */
@Service
public class Notifications {

	private final OutboxMessageRepository messages;

	private final Clock clock;

	Notifications(OutboxMessageRepository messages, Clock clock) {
		this.messages = messages;
		this.clock = clock;
	}

	/**
	 * Puts the letter in the outbox, within the caller's transaction: it leaves if and
	 * only if the change that it tells of is committed. Without a mail server it stays
	 * there for the administrator to read.
	 * @throws org.springframework.transaction.IllegalTransactionStateException outside a
	 * transaction
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void send(Letter letter) {
		this.messages.save(new OutboxMessage(letter, this.clock.instant()));
	}

}
