package ru.sosedi.notifications;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the outbox is kept.
 *
 * @param keep how long letters are kept, sent or not; they hold names and links
 */
@ConfigurationProperties("portal.outbox")
record OutboxProperties(@DefaultValue("30d") Duration keep) {

}
