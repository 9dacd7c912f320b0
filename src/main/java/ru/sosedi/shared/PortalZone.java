package ru.sosedi.shared;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The zone that the administrator's pages of the modules below {@code network} show
 * moments in. What residents see is in the zone of a library.
 *
 * @param timeZone an IANA zone
 */
@ConfigurationProperties("portal")
public record PortalZone(@DefaultValue("Europe/Moscow") ZoneId timeZone) {

	/** {@code null} for {@code null}. */
	public ZonedDateTime at(Instant moment) {
		return (moment != null) ? moment.atZone(this.timeZone) : null;
	}

}
