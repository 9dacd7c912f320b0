package ru.sosedi.network;

import java.time.ZoneId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import ru.sosedi.shared.HomeZone;

/** What the network says of itself on every page. */
@Service("networkSettings")
public class NetworkSettings implements HomeZone {

	private final JdbcClient jdbc;

	NetworkSettings(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	public Current current() {
		return this.jdbc.sql("""
				select name, city, contact_email, contact_phone, contact_address, time_zone, demonstration,
					logo is not null as has_logo
				from network""").query(Current.class).single();
	}

	@Override
	public ZoneId homeZone() {
		return ZoneId.of(current().timeZone());
	}

	public record Current(String name, String city, String contactEmail, String contactPhone, String contactAddress,
			String timeZone, boolean demonstration, boolean hasLogo) {

	}

}
