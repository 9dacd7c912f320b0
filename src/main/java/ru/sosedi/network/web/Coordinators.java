package ru.sosedi.network.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Component;
import ru.sosedi.accounts.Account;
import ru.sosedi.accounts.AccountDirectory;
import ru.sosedi.shared.web.Option;

/**
 * The people who can be named as a centre's coordinator: everybody with an active
 * account.
 */
@Component
class Coordinators {

	private static final int MOST = 500;

	private final AccountDirectory accounts;

	Coordinators(AccountDirectory accounts) {
		this.accounts = accounts;
	}

	/** By name, at most 500. */
	List<Option> all() {
		List<Option> people = new ArrayList<>();
		UUID after = null;
		do {
			AccountDirectory.Portion portion = this.accounts
				.find(new AccountDirectory.Filter(null, null, Account.State.ACTIVE, after));
			portion.rows()
				.forEach((row) -> people.add(new Option(row.id().toString(), row.name() + " (" + row.email() + ")")));
			after = portion.next();
		}
		while (after != null && people.size() < MOST);
		return people;
	}

}
