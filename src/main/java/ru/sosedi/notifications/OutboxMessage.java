package ru.sosedi.notifications;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import ru.sosedi.shared.Email;
import ru.sosedi.shared.Ids;
import ru.sosedi.shared.RefusedException;

/** A letter in the outbox, and how far it has come. */
@Entity
public class OutboxMessage {

	/**
	 * How long a sender keeps a letter to itself; a sender that died is taken over then.
	 */
	static final Duration CLAIM = Duration.ofMinutes(5);

	/** Older letters are not sent: what they say, or the link in them, has lapsed. */
	static final Duration LATEST = Duration.ofDays(3);

	private static final Duration SERVER_AWAY = Duration.ofMinutes(1);

	// The pause after each failed try; a letter that fails once more has failed.
	private static final List<Duration> PAUSES = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5),
			Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofHours(4), Duration.ofHours(12),
			Duration.ofHours(12), Duration.ofHours(12), Duration.ofHours(12));

	private static final int LONGEST_ERROR = 1000;

	@Id
	private UUID id;

	private String kind;

	private String recipient;

	private String recipientName;

	private String language;

	private String subject;

	private String bodyText;

	private String bodyHtml;

	private UUID about;

	@JdbcTypeCode(SqlTypes.JSON)
	private String facts;

	private Instant createdAt;

	@Enumerated(EnumType.STRING)
	private State state;

	private int attempts;

	private Instant nextAttemptAt;

	private Instant claimedUntil;

	private Instant sentAt;

	private String lastError;

	@Version
	private Long version;

	protected OutboxMessage() {
	}

	OutboxMessage(Letter letter, Instant now) {
		this.id = Ids.next();
		this.kind = letter.kind();
		this.recipient = letter.recipient().value();
		this.recipientName = letter.recipientName();
		this.language = letter.language().getLanguage();
		this.subject = letter.subject();
		this.bodyText = letter.text();
		this.bodyHtml = letter.html();
		this.createdAt = now;
		this.nextAttemptAt = now;
		this.state = State.WAITING;
	}

	/** Takes the letter for one sender, which must send it at once. */
	void claim(Instant now) {
		this.state = State.SENDING;
		// PostgreSQL keeps microseconds: the claim must read back as it was made.
		this.claimedUntil = now.plus(CLAIM).truncatedTo(ChronoUnit.MICROS);
		this.attempts++;
	}

	boolean isClaimedUntil(Instant until) {
		return this.state == State.SENDING && until.equals(this.claimedUntil);
	}

	boolean isTriedOut() {
		return this.attempts > PAUSES.size();
	}

	boolean isTooOld(Instant now) {
		return this.createdAt.plus(LATEST).isBefore(now);
	}

	void sent(Instant now) {
		this.state = State.SENT;
		this.sentAt = now;
		this.claimedUntil = null;
		this.lastError = null;
	}

	/**
	 * The server took no letter at all: this one is not to blame and tries again soon.
	 */
	void serverAway(String error, Instant now) {
		this.attempts--;
		waitFor(SERVER_AWAY, error, now);
	}

	/** The server refused this letter. */
	void refused(String error, Instant now) {
		if (isTriedOut()) {
			givenUp(error);
		}
		else {
			waitFor(PAUSES.get(this.attempts - 1), error, now);
		}
	}

	void givenUp(String error) {
		this.state = State.FAILED;
		this.claimedUntil = null;
		this.lastError = shortened(error);
	}

	/**
	 * Sends a failed letter anew.
	 * @throws RefusedException when it has not failed, or is too old to be sent
	 */
	void retry(Instant now) {
		if (this.state != State.FAILED) {
			throw new RefusedException(null, "notifications.outbox.notFailed");
		}
		if (isTooOld(now)) {
			throw new RefusedException(null, "notifications.outbox.tooOld");
		}
		this.state = State.WAITING;
		this.attempts = 0;
		this.nextAttemptAt = now;
	}

	private void waitFor(Duration pause, String error, Instant now) {
		this.state = State.WAITING;
		this.claimedUntil = null;
		this.nextAttemptAt = now.plus(pause);
		this.lastError = shortened(error);
	}

	private static String shortened(String error) {
		return (error.length() <= LONGEST_ERROR) ? error : error.substring(0, LONGEST_ERROR);
	}

	public UUID getId() {
		return this.id;
	}

	/** Whether its words are kept; those of others come when they are sent. */
	public boolean isWritten() {
		return this.about == null;
	}

	/** {@code null} for a written letter. */
	UUID getAbout() {
		return this.about;
	}

	/** JSON; {@code null} when there are none. */
	String getFacts() {
		return this.facts;
	}

	/** {@code <module>.<name>} of the letter's template. */
	public String getKind() {
		return this.kind;
	}

	public Email getRecipient() {
		return new Email(this.recipient);
	}

	/** May be {@code null}. */
	public String getRecipientName() {
		return this.recipientName;
	}

	public Locale getLanguage() {
		return Locale.of(this.language);
	}

	/** {@code null} while unwritten. */
	public String getSubject() {
		return this.subject;
	}

	/** {@code null} while unwritten. */
	public String getBodyText() {
		return this.bodyText;
	}

	/** A whole HTML document; {@code null} while unwritten. */
	public String getBodyHtml() {
		return this.bodyHtml;
	}

	public Instant getCreatedAt() {
		return this.createdAt;
	}

	public State getState() {
		return this.state;
	}

	/** How often sending began, since the letter was written or last retried by hand. */
	public int getAttempts() {
		return this.attempts;
	}

	public Instant getNextAttemptAt() {
		return this.nextAttemptAt;
	}

	/** {@code null} until sent. */
	public Instant getSentAt() {
		return this.sentAt;
	}

	/** What the mail server answered last; {@code null} when it has not refused. */
	public String getLastError() {
		return this.lastError;
	}

	Instant getClaimedUntil() {
		return this.claimedUntil;
	}

	/** How far a letter has come. */
	public enum State {

		/** To be sent, for the first time or again. */
		WAITING,
		/** A sender has it in hand. */
		SENDING,
		/** The mail server has taken it. */
		SENT,
		/** Given up; an administrator may retry it. */
		FAILED

	}

}
