package ru.sosedi.notifications;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.scheduling.annotation.Scheduled;
import ru.sosedi.shared.PublicAddress;

/**
 * What the outbox does by itself, on every node. Without {@code spring.mail.host} there
 * is no sender: letters wait, for the administrator to read.
 */
@Configuration(proxyBeanMethods = false)
class OutboxJobs {

	private final Outbox outbox;

	private final ObjectProvider<OutboxSender> sender;

	OutboxJobs(Outbox outbox, ObjectProvider<OutboxSender> sender) {
		this.outbox = outbox;
		this.sender = sender;
	}

	@Bean
	@ConditionalOnProperty("spring.mail.host")
	static OutboxSender outboxSender(OutboxClaims claims, OutboxLetters letters, JavaMailSender server,
			MailProperties mail, PublicAddress portal) {
		return new OutboxSender(claims, letters, server, mail, portal);
	}

	@Scheduled(fixedDelayString = "PT5S", initialDelayString = "PT5S")
	void send() {
		this.sender.ifAvailable(OutboxSender::sendDue);
	}

	@Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT1M")
	void erase() {
		this.outbox.eraseOld();
	}

}
