package ru.sosedi.notifications;

import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Optional;

import jakarta.activation.DataSource;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.ByteArrayDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import ru.sosedi.shared.Email;
import ru.sosedi.shared.PublicAddress;

/**
 * Hands the letters that are due to the mail server, one by one, outside of any
 * transaction. Several nodes may do so at once: each takes letters that no other has. A
 * sender that dies between sending and writing it down leaves a letter that is sent again
 * with the same {@code Message-ID}, by which mail servers and clients know it for the
 * same.
 */
class OutboxSender {

	private static final Logger log = LoggerFactory.getLogger(OutboxSender.class);

	private final OutboxClaims claims;

	private final OutboxLetters letters;

	private final JavaMailSender server;

	private final MailProperties mail;

	private final PublicAddress portal;

	OutboxSender(OutboxClaims claims, OutboxLetters letters, JavaMailSender server, MailProperties mail,
			PublicAddress portal) {
		this.claims = claims;
		this.letters = letters;
		this.server = server;
		this.mail = mail;
		this.portal = portal;
	}

	/** Sends until nothing is due or the server is away. */
	void sendDue() {
		Optional<OutboxMessage> next = this.claims.claimNext();
		while (next.isPresent() && send(next.get())) {
			next = this.claims.claimNext();
		}
	}

	/** Whether there is a point in going on. */
	private boolean send(OutboxMessage message) {
		Optional<Letter> letter;
		try {
			letter = this.letters.of(message);
			if (letter.isPresent()) {
				deliver(message, letter.get());
			}
		}
		catch (LetterUnwritableException ex) {
			log.error("Letter {} could not be written: {}", message.getId(), ex.getMessage());
			this.claims.refused(message, ex.getMessage());
			return true;
		}
		catch (MailException | MessagingException | UnsupportedEncodingException ex) {
			String error = oneLine(ex);
			if (isServerAway(ex)) {
				log.warn("The mail server cannot be reached: {}", error);
				this.claims.serverAway(message, error);
				return false;
			}
			log.warn("Letter {} was refused: {}", message.getId(), error);
			this.claims.refused(message, error);
			return true;
		}
		catch (RuntimeException ex) {
			// one letter's trouble, not that of the next one; its text may repeat the
			// letter
			log.error("Letter {} of the kind {} could not be put together: {}", message.getId(), message.getKind(),
					ex.getClass().getSimpleName());
			this.claims.refused(message, "not put together: " + ex.getClass().getSimpleName());
			return true;
		}
		if (letter.isPresent()) {
			this.claims.sent(message);
		}
		else {
			this.claims.nothingToSay(message);
		}
		return true;
	}

	/** Speaks to the mail server; the letter's state stays as it is. */
	void deliver(OutboxMessage message, Letter written) throws MessagingException, UnsupportedEncodingException {
		MimeMessage mime = this.server.createMimeMessage();
		MimeMessageHelper letter = new MimeMessageHelper(mime, true, StandardCharsets.UTF_8.name());
		letter.setFrom(new InternetAddress(this.mail.from(), this.mail.fromName(), StandardCharsets.UTF_8.name()));
		letter.setTo(new InternetAddress(ascii(message.getRecipient()), message.getRecipientName(),
				StandardCharsets.UTF_8.name()));
		letter.setSubject(written.subject());
		letter.setText(written.text(), written.html());
		for (Attachment attachment : written.attachments()) {
			DataSource file = new ByteArrayDataSource(attachment.content(), attachment.mediaType());
			if (attachment.isInline()) {
				letter.addInline(attachment.contentId(), attachment.name(), file);
			}
			else {
				letter.addAttachment(attachment.name(), file);
			}
		}
		letter.setSentDate(Date.from(message.getCreatedAt()));
		mime.setHeader("Message-ID", "<" + message.getId() + "@" + this.portal.baseUrl().getHost() + ">");
		mime.setHeader("Content-Language", message.getLanguage().getLanguage());
		mime.setHeader("Auto-Submitted", "auto-generated");
		this.server.send(mime);
	}

	// Not every server knows internationalised addresses (RFC 6531); all know Punycode.
	private static String ascii(Email address) {
		int at = address.value().lastIndexOf('@');
		return address.value().substring(0, at + 1) + IDN.toASCII(address.value().substring(at + 1));
	}

	// Spring sets a cause when it got no connection, and none when a letter was refused.
	private static boolean isServerAway(Exception ex) {
		return ex instanceof MailAuthenticationException || (ex instanceof MailSendException && ex.getCause() != null);
	}

	private static String oneLine(Exception ex) {
		Throwable said = ex;
		if (ex instanceof MailSendException sending && sending.getMessageExceptions().length > 0) {
			said = sending.getMessageExceptions()[0];
		}
		return (said.getClass().getSimpleName() + ": " + said.getMessage()).replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ");
	}

}
