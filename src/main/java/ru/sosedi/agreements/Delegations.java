package ru.sosedi.agreements;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.accounts.Actor;
import ru.sosedi.partners.Representations;
import ru.sosedi.partners.Representative;
import ru.sosedi.shared.Ids;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.TypedText;

/** Who signs in place of the one whom the text names, on what basis and until when. */
@Service
@Transactional(readOnly = true)
public class Delegations {

	private static final int LONGEST_BASIS = 300;

	private static final int MOST_YEARS = 3;

	private final JdbcClient jdbc;

	private final Agreements agreements;

	private final Representations representations;

	private final AgreementTrail trail;

	private final Clock clock;

	Delegations(JdbcClient jdbc, Agreements agreements, Representations representations, AgreementTrail trail,
			Clock clock) {
		this.jdbc = jdbc;
		this.agreements = agreements;
		this.representations = representations;
		this.trail = trail;
		this.clock = clock;
	}

	/**
	 * A recorded delegation.
	 *
	 * @param everyAgreement whether it holds for all agreements of the party
	 * @param revokedAt {@code null} while it holds
	 */
	public record Delegation(UUID id, UUID partyId, String from, String to, boolean everyAgreement, LocalDate validFrom,
			LocalDate validUntil, String basis, String recordedByName, Instant revokedAt) {

		static Delegation of(ResultSet row) throws SQLException {
			OffsetDateTime revoked = row.getObject("revoked_at", OffsetDateTime.class);
			return new Delegation(row.getObject("id", UUID.class), row.getObject("party_id", UUID.class),
					row.getString("from_name"), row.getString("to_name"), row.getObject("agreement_id") == null,
					row.getObject("valid_from", LocalDate.class), row.getObject("valid_until", LocalDate.class),
					row.getString("basis"), row.getString("recorded_by_name"),
					(revoked == null) ? null : revoked.toInstant());
		}

	}

	/**
	 * What shall be delegated.
	 *
	 * @param to a representation of the same party
	 * @param everyAgreement whether for all agreements of the party, not this one alone
	 */
	public record Details(UUID to, LocalDate from, LocalDate until, String basis, boolean everyAgreement) {

	}

	/** Those that concern the agreement, newest first; at most 100. */
	public List<Delegation> of(Actor actor, UUID agreementId) {
		Agreement agreement = this.agreements.forReading(actor, agreementId);
		return this.jdbc
			.sql("""
					select d.*, f.name as from_name, t.name as to_name from delegation d
					join representation f on f.id = d.from_representation join representation t on t.id = d.to_representation
					where d.party_id = any(:parties) and (d.agreement_id is null or d.agreement_id = :agreement)
					order by d.recorded_at desc, d.id limit 100
					""")
			.param("parties", agreement.parties().stream().map(AgreementParty::partyId).toArray(UUID[]::new))
			.param("agreement", agreementId)
			.query((row, _) -> Delegation.of(row))
			.list();
	}

	/** To whom the one whom the text names can delegate. */
	public List<Representative> others(AgreementParty side) {
		return this.representations.of(side.partyId())
			.stream()
			.filter((person) -> !person.id().equals(side.representationId())
					&& !person.endedBefore(this.agreements.today()))
			.toList();
	}

	/**
	 * Whether this person may delegate for the side: its signatory, or the coordinator
	 * for her.
	 */
	public boolean mayDelegate(Actor actor, AgreementParty side) {
		return side.representationId() != null
				&& (this.agreements.keeps(actor) || this.representations.find(side.representationId())
					.filter((person) -> actor.accountId() != null && actor.accountId().equals(person.accountId()))
					.isPresent());
	}

	/**
	 * @throws NotFoundException for who is neither the side's signatory nor the
	 * coordinator
	 * @throws RefusedException at the field that cannot be so
	 */
	@Transactional
	public void record(Actor actor, UUID agreementId, UUID partyId, Details details) {
		Agreement agreement = this.agreements.forActing(actor, agreementId);
		AgreementParty side = agreement.side(partyId)
			.filter((one) -> mayDelegate(actor, one))
			.orElseThrow(() -> new NotFoundException("side " + partyId + " for " + actor.accountId()));
		Representative to = others(side).stream()
			.filter((person) -> person.id().equals(details.to()))
			.findFirst()
			.orElseThrow(() -> new RefusedException("to", "agreements.delegation.to.unknown"));
		LocalDate from = TypedText.required(details.from(), "from", "agreements.delegation.day.missing");
		LocalDate until = TypedText.required(details.until(), "until", "agreements.delegation.day.missing");
		if (until.isBefore(from) || until.isBefore(this.agreements.today())) {
			throw new RefusedException("until", "agreements.delegation.until.early");
		}
		if (from.isBefore(this.agreements.today().minusYears(MOST_YEARS))
				|| until.isAfter(from.plusYears(MOST_YEARS))) {
			throw new RefusedException("until", "agreements.delegation.until.late", MOST_YEARS);
		}
		String basis = TypedText.noLonger(
				TypedText.required(details.basis(), "basis", "agreements.delegation.basis.missing"), LONGEST_BASIS,
				"basis");
		insert(actor, agreementId, side, to, details, basis);
		Map<String, String> facts = new TreeMap<>();
		facts.put("party", partyId.toString());
		facts.put("to", to.name());
		facts.put("from", from.toString());
		facts.put("until", until.toString());
		facts.put("basis", basis);
		facts.put("every", String.valueOf(details.everyAgreement()));
		this.trail.record(actor, agreementId, agreement.name(), "agreements.delegation.recorded", facts);
	}

	private void insert(Actor actor, UUID agreementId, AgreementParty side, Representative to, Details details,
			String basis) {
		this.jdbc.sql("""
				insert into delegation (id, party_id, from_representation, to_representation, agreement_id, valid_from,
					valid_until, basis, recorded_at, recorded_by, recorded_by_name)
				values (:id, :party, :from, :to, :agreement, :validFrom, :validUntil, :basis, :now, :by, :name)
				""")
			.param("id", Ids.next())
			.param("party", side.partyId())
			.param("from", side.representationId())
			.param("to", to.id())
			.param("agreement", details.everyAgreement() ? null : agreementId)
			.param("validFrom", details.from())
			.param("validUntil", details.until())
			.param("basis", basis)
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("by", actor.accountId())
			.param("name", actor.name())
			.update();
	}

	/**
	 * From now on the delegate does not sign; what she signed stays signed.
	 * @throws NotFoundException when there is none that the actor may end
	 */
	@Transactional
	public void revoke(Actor actor, UUID agreementId, UUID delegationId) {
		Agreement agreement = this.agreements.forActing(actor, agreementId);
		Delegation delegation = of(actor, agreementId).stream()
			.filter((one) -> one.id().equals(delegationId)
					&& mayDelegate(actor, agreement.side(one.partyId()).orElseThrow()))
			.findFirst()
			.orElseThrow(() -> new NotFoundException("delegation " + delegationId));
		if (delegation.revokedAt() != null) {
			throw new RefusedException(null, "agreements.delegation.revoked-already");
		}
		this.jdbc.sql("update delegation set revoked_at = :now where id = :id and revoked_at is null")
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("id", delegationId)
			.update();
		this.trail.record(actor, agreementId, agreement.name(), "agreements.delegation.revoked",
				Map.of("delegation", delegationId.toString(), "to", delegation.to()));
	}

}
