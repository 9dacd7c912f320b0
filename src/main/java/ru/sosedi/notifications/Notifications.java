package ru.sosedi.notifications;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.shared.Email;
import ru.sosedi.shared.Ids;
import tools.jackson.databind.json.JsonMapper;

/** The way out for every letter. */
@Service
public class Notifications {

	private final OutboxMessageRepository messages;

	private final Clock clock;

	private final JdbcClient jdbc;

	private final JsonMapper json;

	Notifications(OutboxMessageRepository messages, Clock clock, JdbcClient jdbc, JsonMapper json) {
		this.messages = messages;
		this.clock = clock;
		this.jdbc = jdbc;
		this.json = json;
	}

	/**
	 * Puts the letter in the outbox, within the caller's transaction: it leaves if and
	 * only if the change that it tells of is committed. Without a mail server it stays
	 * there for the administrator to read.
	 * @throws IllegalArgumentException when the letter carries files: the outbox keeps
	 * none, so such a letter is an {@link UnwrittenLetter}
	 * @throws org.springframework.transaction.IllegalTransactionStateException outside a
	 * transaction
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void send(Letter letter) {
		if (!letter.attachments().isEmpty()) {
			throw new IllegalArgumentException("a letter with files is written when it is sent: " + letter.kind());
		}
		this.messages.save(new OutboxMessage(letter, this.clock.instant()));
	}

	/** The same for a letter that is written when it is sent. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void send(UnwrittenLetter letter) {
		this.jdbc.sql("""
				select put_letter(:id, :kind, :about, cast(:facts as jsonb), :recipient, cast(:name as text), :language,
					cast(:once as text), :now)
				""")
			.param("id", Ids.next())
			.param("kind", letter.kind())
			.param("about", letter.about())
			.param("facts", this.json.writeValueAsString(letter.facts()))
			.param("recipient", letter.recipient().value())
			.param("name", letter.recipientName())
			.param("language", letter.language().getLanguage())
			.param("once", letter.once())
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.query()
			.singleRow();
	}

	/**
	 * Erases the unwritten letters about these things, sent or not. A letter that a
	 * sender has in hand at this moment may still arrive; its row is gone with the
	 * others, so it is neither kept nor tried again.
	 * @return how many there were
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public int forget(Collection<UUID> about) {
		return this.jdbc.sql("delete from outbox_message where about = any(:about)")
			.param("about", about.toArray(UUID[]::new))
			.update();
	}

	/**
	 * Erases a person's letters, sent or not, with the names and links in them; one in
	 * hand as above.
	 * @param kindPrefix the letters of which module: {@code registrations.}
	 * @return how many there were
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public int forget(Email recipient, String kindPrefix) {
		return this.jdbc.sql("delete from outbox_message where recipient = :recipient and starts_with(kind, :prefix)")
			.param("recipient", recipient.value())
			.param("prefix", kindPrefix)
			.update();
	}

}
