package ru.sosedi.platform;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How strictly the portal guards itself.
 *
 * @param https whether visitors reach the portal by HTTPS only: then browsers are told so
 * (HSTS) and the form token's cookie is {@code Secure}
 * @param longestSession after this time from sign-in the password is asked for again,
 * however busy the person was
 */
@ConfigurationProperties("portal.security")
record SecuritySettings(@DefaultValue("false") boolean https, @DefaultValue("24h") Duration longestSession) {

}
