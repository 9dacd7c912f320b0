package ru.sosedi.notifications;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.StringUtils;
import ru.sosedi.shared.Accountable;
import ru.sosedi.shared.Audited;
import ru.sosedi.shared.NotFoundException;

/** The outbox as its administrator sees it. */
@Service
@Transactional(readOnly = true)
public class Outbox {

	/** The most lines that one page shows. */
	public static final int PAGE = 50;

	private static final Logger log = LoggerFactory.getLogger(Outbox.class);

	private final OutboxMessageRepository messages;

	private final OutboxLetters letters;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final OutboxProperties properties;

	private final Clock clock;

	private final boolean sending;

	Outbox(OutboxMessageRepository messages, OutboxLetters letters, JdbcClient jdbc, ApplicationEventPublisher events,
			OutboxProperties properties, Clock clock, Environment environment) {
		this.messages = messages;
		this.letters = letters;
		this.jdbc = jdbc;
		this.events = events;
		this.properties = properties;
		this.clock = clock;
		this.sending = StringUtils.hasText(environment.getProperty("spring.mail.host"));
	}

	/** Whether there is a mail server; without one, letters stay and are read here. */
	public boolean isSending() {
		return this.sending;
	}

	/**
	 * Newest first.
	 * @param state only letters in this state; {@code null} for all
	 * @param after the last line of the page before, or {@code null} for the first page;
	 * an id that is gone gives the lines older than it all the same
	 * @return up to {@link #PAGE} lines and one more if there is a next page
	 */
	// Writers run outside of this transaction, as when letters are sent: one that fails
	// spoils no page.
	@Transactional(propagation = Propagation.NOT_SUPPORTED)
	public List<OutboxRow> newestFirst(OutboxMessage.State state, UUID after) {
		// An id is made when its letter is written and grows with time: it is the key.
		List<OutboxRow> rows = this.jdbc.sql("""
				select id, kind, recipient, recipient_name, subject, created_at, state
				from outbox_message
				where (cast(:state as text) is null or state = :state)
				and (cast(:after as uuid) is null or id < :after)
				order by id desc
				limit :limit
				""")
			.param("state", (state != null) ? state.name() : null)
			.param("after", after)
			.param("limit", PAGE + 1)
			.query((row, number) -> new OutboxRow(row.getObject("id", UUID.class), row.getString("kind"),
					row.getString("recipient"), row.getString("recipient_name"), row.getString("subject"),
					row.getTimestamp("created_at").toInstant(), OutboxMessage.State.valueOf(row.getString("state")),
					false))
			.list();
		Map<UUID, OutboxMessage> unwritten = this.messages
			.findAllById(rows.stream().filter((row) -> row.subject() == null).map(OutboxRow::id).toList())
			.stream()
			.collect(Collectors.toMap(OutboxMessage::getId, Function.identity()));
		// asked for their subjects one by one: a page is short
		return rows.stream()
			.map((row) -> unwritten.containsKey(row.id()) ? asOfNow(row, unwritten.get(row.id())) : row)
			.toList();
	}

	private OutboxRow asOfNow(OutboxRow row, OutboxMessage message) {
		try {
			return row.saying(this.letters.of(message).map(Letter::subject).orElse(null));
		}
		catch (LetterUnwritableException ex) {
			return row.unwritable();
		}
	}

	/**
	 * @throws NotFoundException when there is no such letter, or no more
	 */
	public OutboxMessage message(UUID id) {
		return this.messages.findById(id).orElseThrow(() -> new NotFoundException("outbox message " + id));
	}

	/**
	 * What a letter says, or would say now; empty when there is nothing to say any more.
	 * @throws NotFoundException when there is no such letter
	 * @throws LetterUnwritableException when it cannot be written
	 */
	@Transactional(propagation = Propagation.NOT_SUPPORTED)
	public Optional<Letter> letter(UUID id) {
		return this.letters.of(message(id));
	}

	/**
	 * Sends a failed letter anew.
	 * @throws NotFoundException when there is no such letter
	 * @throws ru.sosedi.shared.RefusedException when it has not failed or is too old
	 */
	@Transactional
	public void retry(Accountable actor, UUID id) {
		OutboxMessage message = message(id);
		message.retry(this.clock.instant());
		this.events.publishEvent(new Audited(actor.accountId(), actor.name(), "notifications.outbox.retried",
				OutboxMessage.class.getSimpleName(), id.toString(),
				(message.getSubject() != null) ? message.getSubject() : message.getKind(),
				Map.of("state", OutboxMessage.State.FAILED.name()), Map.of("state", message.getState().name())));
	}

	@Transactional
	void eraseOld() {
		int erased = this.messages.eraseCreatedBefore(this.clock.instant().minus(this.properties.keep()));
		if (erased > 0) {
			log.info("{} letters older than {} days erased from the outbox", erased, this.properties.keep().toDays());
		}
	}

}
