package ru.sosedi.agreements;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.sosedi.notifications.LetterTemplates;
import ru.sosedi.notifications.Notifications;
import ru.sosedi.partners.Parties;
import ru.sosedi.partners.Party;
import ru.sosedi.shared.Email;
import ru.sosedi.shared.PublicAddress;

/** Letters about a text that goes back and forth. Only those whose turn it is get one. */
@Component
class AgreementMails {

	private static final int MOST = 30;

	private final LetterTemplates templates;

	private final Notifications notifications;

	private final Agreements agreements;

	private final Parties parties;

	private final PublicAddress portal;

	private final JdbcClient jdbc;

	AgreementMails(LetterTemplates templates, Notifications notifications, Agreements agreements, Parties parties,
			PublicAddress portal, JdbcClient jdbc) {
		this.templates = templates;
		this.notifications = notifications;
		this.agreements = agreements;
		this.parties = parties;
		this.portal = portal;
		this.jdbc = jdbc;
	}

	/** To the people of the side that now holds the pen. */
	void sent(Agreement agreement, UUID party, String note) {
		write("agreements/sent", peopleOf(party), agreement, party, note);
	}

	/** To the people of the side that does not hold the pen any more. */
	void takenBack(Agreement agreement, UUID party, String note) {
		write("agreements/taken-back", peopleOf(party), agreement, party, note);
	}

	/** To the coordinators. */
	void returned(Agreement agreement, UUID party, String note) {
		write("agreements/returned", coordinators(agreement), agreement, party, note);
	}

	/** To the coordinators. */
	void consented(Agreement agreement, UUID party) {
		write("agreements/consented", coordinators(agreement), agreement, party, "");
	}

	private void write(String letter, List<Person> people, Agreement agreement, UUID party, String note) {
		String who = this.parties.find(party).map(Party::shortName).orElse("");
		for (Person person : people) {
			this.notifications.send(this.templates.write(letter, new Email(person.email()), person.name(),
					person.language(),
					Map.of("agreement", agreement.name(), "party", who, "note", note, "link",
							this.portal
								.of("/desk/agreements/" + agreement.id() + "?lang=" + person.language().getLanguage()),
							"subjectArguments", new Object[] { agreement.name() })));
		}
	}

	/** Leaders, signatories, and those who speak for the party today and sign in. */
	private List<Person> peopleOf(UUID party) {
		return people("""
				exists (select from role_grant g where g.account_id = a.id and g.party_id = :party
					and g.role in ('NGO_LEADER', 'SIGNATORY'))
				or exists (select from representation r where r.account_id = a.id and r.party_id = :party
					and r.valid_from <= :today and (r.valid_until is null or r.valid_until >= :today))
				""", party, null);
	}

	// who began it comes first, should there be more than the most
	private List<Person> coordinators(Agreement agreement) {
		return people("exists (select from role_grant g where g.account_id = a.id and g.role = 'COORDINATOR')", null,
				agreement.createdBy());
	}

	private List<Person> people(String condition, UUID party, UUID first) {
		return this.jdbc
			.sql("select a.email, a.name, a.language from account a where a.state = 'ACTIVE' and (" + condition
					+ ") order by a.id is not distinct from cast(:first as uuid) desc, a.email limit " + MOST)
			.param("first", first)
			.param("party", party)
			.param("today", this.agreements.today())
			.query((row, _) -> new Person(row.getString("email"), row.getString("name"),
					Locale.of(row.getString("language"))))
			.list();
	}

	private record Person(String email, String name, Locale language) {

	}

}
