package ru.sosedi.agreements;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.sosedi.notifications.LetterTemplates;
import ru.sosedi.notifications.Notifications;
import ru.sosedi.shared.Email;
import ru.sosedi.shared.PublicAddress;

/** Letters about visas and signatures: to those who are waited for, never to everyone. */
@Component
class SigningMails {

	private static final int MOST = 30;

	private static final String CODE = "agreements/code";

	private final LetterTemplates templates;

	private final Notifications notifications;

	private final PublicAddress portal;

	private final JdbcClient jdbc;

	SigningMails(LetterTemplates templates, Notifications notifications, PublicAddress portal, JdbcClient jdbc) {
		this.templates = templates;
		this.notifications = notifications;
		this.portal = portal;
		this.jdbc = jdbc;
	}

	/** A visa or a signature is asked for. */
	void asked(Agreement agreement, CircuitStep step) {
		if (step.isVisa()) {
			write("agreements/visa", people("a.id = :account", step.accountId(), null, null), agreement, "/circuit",
					step.title(), "");
		}
		else {
			write("agreements/signature", signatories(agreement, step.partyId()), agreement, "/signatures",
					step.waitedFor(), "");
		}
	}

	/** All visas are there: the coordinator freezes next. */
	void agreed(Agreement agreement) {
		write("agreements/agreed", coordinators(agreement), agreement, "/freezing", "", "");
	}

	/** Back to the coordinator. */
	void declined(Agreement agreement, String who, String reason) {
		write("agreements/declined", coordinators(agreement), agreement, "", who, reason);
	}

	/** The secret goes to the one who signs, and to no link. */
	void code(Agreement agreement, UUID account, String code, int minutes) {
		people("a.id = :account", account, null, null)
			.forEach((person) -> this.notifications.send(this.templates.write(CODE, new Email(person.email()),
					person.name(), person.language(), Map.of("agreement", agreement.name(), "code", code, "minutes",
							minutes, "subjectArguments", new Object[] { agreement.name() }))));
	}

	/** Codes that are over need not lie in the outbox. */
	void forgetCodes(UUID account) {
		people("a.id = :account", account, null, null)
			.forEach((person) -> this.notifications.forget(new Email(person.email()), CODE.replace('/', '.')));
	}

	private void write(String letter, List<Person> people, Agreement agreement, String page, String who,
			String reason) {
		for (Person person : people) {
			this.notifications
				.send(this.templates.write(letter, new Email(person.email()), person.name(), person.language(),
						Map.of("agreement", agreement.name(), "who", who, "reason", reason, "link",
								this.portal.of("/desk/agreements/" + agreement.id() + page + "?lang="
										+ person.language().getLanguage()),
								"subjectArguments", new Object[] { agreement.name() })));
		}
	}

	// the one who is to sign, when she signs in; else the side's people
	private List<Person> signatories(Agreement agreement, UUID party) {
		UUID chosen = agreement.side(party).map(AgreementParty::representationId).orElse(null);
		List<Person> signer = people("""
				exists (select from representation r where r.account_id = a.id and r.id = :chosen)
				""", null, party, chosen);
		return !signer.isEmpty() ? signer : people("""
				exists (select from role_grant g where g.account_id = a.id and g.party_id = :party)
				""", null, party, chosen);
	}

	// who began it comes first, should there be more than the most
	private List<Person> coordinators(Agreement agreement) {
		return people("exists (select from role_grant g where g.account_id = a.id and g.role = 'COORDINATOR')",
				agreement.createdBy(), null, null);
	}

	private List<Person> people(String condition, UUID account, UUID party, UUID chosen) {
		return this.jdbc
			.sql("select a.email, a.name, a.language from account a where a.state = 'ACTIVE' and " + condition
					+ " order by a.id is not distinct from cast(:account as uuid) desc, a.email limit " + MOST)
			.param("account", account)
			.param("party", party)
			.param("chosen", chosen)
			.query((row, _) -> new Person(row.getString("email"), row.getString("name"),
					Locale.of(row.getString("language"))))
			.list();
	}

	private record Person(String email, String name, Locale language) {

	}

}
