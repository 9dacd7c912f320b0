package ru.sosedi.notifications;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose name letters carry. The mail server itself is {@code spring.mail.*}.
 *
 * @param from the sender's address
 * @param fromName the name beside it; may be {@code null}
 */
@ConfigurationProperties("portal.mail")
record MailProperties(@DefaultValue("portal@localhost") String from, String fromName) {

}
