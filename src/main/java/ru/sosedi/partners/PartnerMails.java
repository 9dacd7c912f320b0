package ru.sosedi.partners;

import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Component;
import ru.sosedi.accounts.AccountDirectory;
import ru.sosedi.accounts.AccountDirectory.Bound;
import ru.sosedi.accounts.Role;
import ru.sosedi.notifications.LetterTemplates;
import ru.sosedi.notifications.Notifications;
import ru.sosedi.shared.Email;
import ru.sosedi.shared.PublicAddress;

/** Letters about partners. */
@Component
class PartnerMails {

	private final LetterTemplates templates;

	private final Notifications notifications;

	private final AccountDirectory accounts;

	private final Parties parties;

	private final PublicAddress portal;

	PartnerMails(LetterTemplates templates, Notifications notifications, AccountDirectory accounts, Parties parties,
			PublicAddress portal) {
		this.templates = templates;
		this.notifications = notifications;
		this.accounts = accounts;
		this.parties = parties;
		this.portal = portal;
	}

	/** To coordinators, and to the leaders and signatories of the party. */
	void authorityEnds(AuthorityReminders.Ending ending) {
		Party party = this.parties.get(ending.partyId());
		Map<UUID, Bound> people = new LinkedHashMap<>();
		this.accounts.with(Role.COORDINATOR).forEach((one) -> people.put(one.id(), one));
		this.accounts.boundTo(party.id()).forEach((one) -> people.put(one.id(), one));
		people.values().forEach((one) -> {
			Locale language = Locale.of(one.language());
			String day = DateTimeFormatter.ofPattern("d MMMM yyyy", language).format(ending.validUntil());
			this.notifications.send(this.templates.write("partners/authority-ends", Email.of(one.email()), one.name(),
					language, Map.of("party", party.shortName(), "person", ending.name(), "day", day, "link",
							this.portal.of("/desk/partners/" + party.id()))));
		});
	}

}
