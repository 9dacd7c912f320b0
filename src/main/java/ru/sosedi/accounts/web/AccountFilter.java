package ru.sosedi.accounts.web;

import java.util.Arrays;
import java.util.UUID;

import org.springframework.web.util.UriComponentsBuilder;
import ru.sosedi.accounts.Account;
import ru.sosedi.accounts.AccountDirectory;
import ru.sosedi.accounts.Role;

/**
 * What the list of accounts is asked for, as the address says it. Parts that make no
 * sense are ignored.
 */
record AccountFilter(String text, String role, String state, String after) {

	private static final int LONGEST_TEXT = 200;

	AccountDirectory.Filter toDetails() {
		return new AccountDirectory.Filter(cut(this.text), chosen(Role.values(), this.role),
				chosen(Account.State.values(), this.state), id(this.after));
	}

	/** The address of the next portion of this list. */
	String addressAfter(UUID last) {
		UriComponentsBuilder address = UriComponentsBuilder.fromPath("/admin/accounts");
		AccountDirectory.Filter known = toDetails();
		if (known.text() != null) {
			address.queryParam("text", "{text}");
		}
		if (known.role() != null) {
			address.queryParam("role", known.role());
		}
		if (known.state() != null) {
			address.queryParam("state", known.state());
		}
		address.queryParam("after", last);
		return (known.text() != null) ? address.encode().buildAndExpand(known.text()).toUriString()
				: address.toUriString();
	}

	public boolean isEmpty() {
		AccountDirectory.Filter known = toDetails();
		return known.text() == null && known.role() == null && known.state() == null;
	}

	private static String cut(String text) {
		if (text == null || text.isBlank()) {
			return null;
		}
		String line = text.strip();
		return (line.length() > LONGEST_TEXT) ? line.substring(0, LONGEST_TEXT) : line;
	}

	private static <E extends Enum<E>> E chosen(E[] all, String name) {
		return Arrays.stream(all).filter((one) -> one.name().equals(name)).findFirst().orElse(null);
	}

	private static UUID id(String text) {
		try {
			return (text == null) ? null : UUID.fromString(text);
		}
		catch (IllegalArgumentException notAnId) {
			return null;
		}
	}

}
