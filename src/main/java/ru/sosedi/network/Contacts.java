package ru.sosedi.network;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

import ru.sosedi.shared.Email;
import ru.sosedi.shared.RefusedException;

/** How to reach a place: each value is checked, {@code null} stays {@code null}. */
final class Contacts {

	private static final int LONGEST = 200;

	private Contacts() {
	}

	static String email(String typed, String field) {
		String email = Text.line(typed, field, LONGEST);
		if (email != null && !Email.isEmail(email)) {
			throw new RefusedException(field, "network.admin.email.malformed");
		}
		return (email == null) ? null : Email.of(email).value();
	}

	/** A number as people write it, with an extension in words; at least five digits. */
	static String phone(String typed, String field) {
		String phone = Text.line(typed, field, 60);
		if (phone != null && phone.chars().filter(Character::isDigit).count() < 5) {
			throw new RefusedException(field, "network.admin.phone.malformed");
		}
		return phone;
	}

	/** An address on the web; {@code https://} is added when the scheme is missing. */
	static String site(String typed, String field) {
		String site = Text.line(typed, field, LONGEST);
		if (site == null) {
			return null;
		}
		String address = site.contains("://") ? site : "https://" + site;
		try {
			URI uri = new URI(address);
			if (Set.of("http", "https").contains(String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT))
					&& uri.getRawAuthority() != null && uri.getRawUserInfo() == null
					&& uri.getRawAuthority().contains(".")) {
				return address;
			}
		}
		catch (URISyntaxException ex) {
			// falls through to the refusal
		}
		throw new RefusedException(field, "network.admin.site.malformed");
	}

}
