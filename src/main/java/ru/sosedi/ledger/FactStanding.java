package ru.sosedi.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

import ru.sosedi.accounts.Actor;

/**
 * What decides who may do what with a fact.
 *
 * @param forParty the side that says so; {@code null} for the portal and a coordinator
 * @param disputeBy the account that opened the open dispute, with {@code disputeParty}
 * the side it speaks for; both may be {@code null}
 */
record FactStanding(UUID id, UUID commitmentId, boolean event, UUID recordedBy, UUID forParty, boolean confirmed,
		boolean withdrawn, boolean disputed, UUID disputeBy, UUID disputeParty) {

	/**
	 * The columns that {@link #of(ResultSet)} reads, of an alias {@code f} of
	 * {@code commitment_fact} with its open dispute {@code od}, if any.
	 */
	static final String COLUMNS = """
			f.id, f.commitment_id, f.source = 'EVENT' as event, f.recorded_by, f.for_party,
			exists (select from fact_confirmation c where c.fact_id = f.id) as confirmed,
			exists (select from fact_withdrawal w where w.fact_id = f.id) as withdrawn,
			od.id is not null as disputed, od.by_account as dispute_by, od.by_party as dispute_party
			""";

	static FactStanding of(ResultSet row) throws SQLException {
		return new FactStanding(row.getObject("id", UUID.class), row.getObject("commitment_id", UUID.class),
				row.getBoolean("event"), row.getObject("recorded_by", UUID.class),
				row.getObject("for_party", UUID.class), row.getBoolean("confirmed"), row.getBoolean("withdrawn"),
				row.getBoolean("disputed"), row.getObject("dispute_by", UUID.class),
				row.getObject("dispute_party", UUID.class));
	}

	/** The side that has to say whether it is so: the one that did not record it. */
	UUID answering(LedgerAccess.Promise promise) {
		return promise.toParty().equals(this.forParty) ? promise.byParty() : promise.toParty();
	}

	Fact.Acts acts(Actor actor, LedgerAccess.Promise promise) {
		if (this.withdrawn || promise.archived()) {
			return Fact.Acts.NONE;
		}
		boolean keeps = LedgerAccess.keeps(actor);
		boolean own = actor.accountId() != null && actor.accountId().equals(this.recordedBy);
		boolean answers = keeps || actor.parties().contains(answering(promise));
		boolean disputes = this.event ? keeps || promise.sideOf(actor) != null : answers && !own;
		boolean disputer = (this.disputeBy != null && this.disputeBy.equals(actor.accountId()))
				|| (this.disputeParty != null && actor.parties().contains(this.disputeParty));
		boolean says = own || (this.forParty != null && actor.parties().contains(this.forParty));
		return new Fact.Acts(!this.event && !this.confirmed && answers && !own, !this.disputed && disputes,
				this.disputed && (keeps || disputer),
				keeps || (!this.event && says && (!this.confirmed || this.disputed)));
	}

}
