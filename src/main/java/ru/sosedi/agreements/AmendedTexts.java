package ru.sosedi.agreements;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.shared.NotFoundException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Signed texts as their amendments in force have left them. Who may read is asked before.
 */
@Service
@Transactional(readOnly = true)
public class AmendedTexts {

	private static final int MOST = 100;

	private final JdbcClient jdbc;

	private final Agreements agreements;

	private final Versions versions;

	private final JsonMapper json;

	AmendedTexts(JdbcClient jdbc, Agreements agreements, Versions versions, JsonMapper json) {
		this.jdbc = jdbc;
		this.agreements = agreements;
		this.versions = versions;
		this.json = json;
	}

	/**
	 * The frozen text of an agreement with the amendments that are in force today; of an
	 * agreement that is over, on its last day.
	 * @throws NotFoundException when no text of it is frozen
	 */
	public AmendedText of(UUID agreementId) {
		LocalDate today = this.agreements.today();
		LocalDate end = this.agreements.standing(agreementId).end();
		LocalDate day = (end != null && end.isBefore(today)) ? end : today;
		List<UUID> amendments = this.jdbc.sql("""
				select a.id from agreement a join agreement_standing s on s.id = a.id
				where a.parent_id = :id and a.kind = 'AMENDMENT' and
				""" + AgreementsInForce.IN_FORCE + """
				order by s.in_force_from, a.number_ordinal, a.id limit :most
				""").param("id", agreementId).param("day", day).param("most", MOST).query(UUID.class).list();
		return AmendedText.of(signed(agreementId), amendments.stream().map(this::signed).toList());
	}

	private AmendedText.Signed signed(UUID agreementId) {
		return this.jdbc.sql("""
				select a.title, a.number, d.version_id, d.field_values
				from agreement a join frozen_document d on d.agreement_id = a.id and d.superseded_at is null
				where a.id = :id
				""")
			.param("id", agreementId)
			.query((row, _) -> new AmendedText.Signed(agreementId,
					row.getString("title") + " № " + row.getString("number"),
					this.versions.clauses(row.getObject("version_id", UUID.class)),
					values(row.getString("field_values"))))
			.optional()
			.orElseThrow(() -> new NotFoundException("frozen text of " + agreementId));
	}

	private Map<String, String> values(String stored) {
		return this.json.readValue(stored, new TypeReference<Map<String, String>>() {
		});
	}

	/** What the fields of a text are filled with: as frozen, or as they are now. */
	Map<String, String> frozenValues(UUID documentId) {
		return values(this.jdbc.sql("select field_values from frozen_document where id = ?")
			.param(documentId)
			.query(String.class)
			.single());
	}

}
