package ru.sosedi.agreements;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.sosedi.partners.Representations;
import ru.sosedi.partners.Representative;

/**
 * Who may sign for a side: the one whom the text names while the authority lasts, and
 * those to whom she delegated it.
 */
@Component
class Mandates {

	private final JdbcClient jdbc;

	private final Representations representations;

	private final TextValues values;

	private final MessageSource messages;

	Mandates(JdbcClient jdbc, Representations representations, TextValues values, MessageSource messages) {
		this.jdbc = jdbc;
		this.representations = representations;
		this.values = values;
		this.messages = messages;
	}

	/** On that day; the one whom the text names comes first. */
	List<Mandate> of(UUID agreementId, AgreementParty side, LocalDate day) {
		List<Mandate> mandates = new ArrayList<>();
		Representative chosen = (side.representationId() == null) ? null
				: this.representations.find(side.representationId()).orElse(null);
		if (chosen == null || !chosen.actsOn(day)) {
			return mandates;
		}
		mandates.add(new Mandate(chosen, this.values.authority(chosen), null));
		for (Delegated one : delegated(agreementId, side.partyId(), chosen.id(), day)) {
			this.representations.find(one.to())
				.filter((person) -> person.actsOn(day))
				.ifPresent((person) -> mandates
					.add(new Mandate(person, authority(person, chosen, one.basis()), one.id())));
		}
		return mandates;
	}

	private record Delegated(UUID id, UUID to, String basis) {

	}

	private List<Delegated> delegated(UUID agreementId, UUID partyId, UUID from, LocalDate day) {
		return this.jdbc.sql("""
				select id, to_representation, basis from delegation
				where party_id = :party and from_representation = :from and revoked_at is null
				and (agreement_id is null or agreement_id = :agreement) and valid_from <= :day and valid_until >= :day
				order by recorded_at limit 50
				""")
			.param("party", partyId)
			.param("from", from)
			.param("agreement", agreementId)
			.param("day", day)
			.query((row, _) -> new Delegated(row.getObject("id", UUID.class),
					row.getObject("to_representation", UUID.class), row.getString("basis")))
			.list();
	}

	private String authority(Representative person, Representative from, String basis) {
		return this.messages.getMessage("agreements.text.authority.delegated",
				new Object[] { this.values.authority(person), from.nameGenitive(), basis }, TextValues.OF_TEXTS);
	}

	/** The mandate of that account, if it has one. */
	Mandate ofAccount(UUID agreementId, AgreementParty side, UUID accountId, LocalDate day) {
		return of(agreementId, side, day).stream()
			.filter((mandate) -> accountId != null && accountId.equals(mandate.person().accountId()))
			.findFirst()
			.orElse(null);
	}

}
