package ru.sosedi.notifications;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The short transactions around a sending: one takes a letter, another writes down how it
 * went. No mail server is spoken to within either.
 */
@Component
class OutboxClaims {

	private final OutboxMessageRepository messages;

	private final Clock clock;

	OutboxClaims(OutboxMessageRepository messages, Clock clock) {
		this.messages = messages;
		this.clock = clock;
	}

	/**
	 * The next letter due, taken for the caller; letters past their time are given up.
	 */
	@Transactional
	Optional<OutboxMessage> claimNext() {
		while (true) {
			Instant now = this.clock.instant();
			Optional<OutboxMessage> due = this.messages.lockNextDue(now);
			if (due.isEmpty()) {
				return due;
			}
			OutboxMessage message = due.get();
			if (message.isTooOld(now) || message.isTriedOut()) {
				message.givenUp((message.getLastError() != null) ? message.getLastError() : "not sent in time");
				this.messages.flush();
				continue;
			}
			message.claim(now);
			return due;
		}
	}

	@Transactional
	void sent(OutboxMessage claimed) {
		finish(claimed, OutboxMessage::sent);
	}

	/** Nothing is sent, and nothing of it stays. */
	@Transactional
	void nothingToSay(OutboxMessage claimed) {
		finish(claimed, (message, _) -> this.messages.delete(message));
	}

	@Transactional
	void refused(OutboxMessage claimed, String error) {
		finish(claimed, (message, now) -> message.refused(error, now));
	}

	@Transactional
	void serverAway(OutboxMessage claimed, String error) {
		finish(claimed, (message, now) -> message.serverAway(error, now));
	}

	// Whoever lost the claim has nothing to say any more: the letter is another sender's,
	// or the person was forgotten. The lock makes the two wait for each other.
	private void finish(OutboxMessage claimed, BiConsumer<OutboxMessage, Instant> outcome) {
		UUID id = claimed.getId();
		this.messages.lock(id)
			.filter((message) -> message.isClaimedUntil(claimed.getClaimedUntil()))
			.ifPresent((message) -> outcome.accept(message, this.clock.instant()));
	}

}
