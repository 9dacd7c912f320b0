package ru.sosedi.accounts;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the portal wrote to a person, newest first. */
@Component
public class Letters {

	private static final Pattern LINK = Pattern.compile("(http\\S*?)(/(?:invitations|password/reset)/)([\\w-]+)");

	private final JdbcClient jdbc;

	Letters(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	public List<String> to(String email) {
		return this.jdbc
			.sql("select body_text from outbox_message where recipient = ? order by created_at desc, id desc")
			.param(email)
			.query(String.class)
			.list();
	}

	/** The secret in the newest letter's link. */
	public String secretSentTo(String email) {
		return link(to(email).getFirst()).group(3);
	}

	/** Scheme, host and port of the link in the newest letter. */
	public String addressSentTo(String email) {
		return link(to(email).getFirst()).group(1);
	}

	private static Matcher link(String letter) {
		Matcher link = LINK.matcher(letter);
		if (!link.find()) {
			throw new AssertionError("no link in: " + letter);
		}
		return link;
	}

}
