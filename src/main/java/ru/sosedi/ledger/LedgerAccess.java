package ru.sosedi.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.Role;
import ru.sosedi.shared.NotFoundException;

/**
 * Which promises a person sees, and for which side they may speak of them: coordinators,
 * administrators and methodologists see all; who leads or signs for a party, those of its
 * agreements; a librarian, those of agreements that cover her libraries.
 */
@Component
class LedgerAccess {

	/**
	 * On aliases {@code c} of {@code commitment} and {@code a} of {@code agreement}; its
	 * parameters are {@link #of}.
	 */
	static final String VISIBLE = """
			(:seesAll
			or exists (select from agreement_party ap where ap.agreement_id = a.id and ap.party_id = any(:parties))
			or exists (select from neighbourhood_centre nc where nc.library_id = any(:libraries)
				and (a.covers_all_centres or exists (select from agreement_centre ac
					where ac.agreement_id = a.id and ac.centre_id = nc.id))))
			""";

	private static final String PROMISE = """
			select c.id, c.agreement_id, c.by_party, c.to_party, t.in_force_from, t.ended_on, t.archived,
				a.title || coalesce(' № ' || a.number, '') as name,
				exists (select from neighbourhood_centre nc where nc.library_id = any(:libraries)
					and case when exists (select from commitment_centre x where x.commitment_id = c.id)
						then exists (select from commitment_centre x where x.commitment_id = c.id and x.centre_id = nc.id)
						else a.covers_all_centres or exists (select from agreement_centre ac
							where ac.agreement_id = a.id and ac.centre_id = nc.id) end) as at_own_libraries,
				(select l.library_system_id from library l where l.id = any(:libraries)
					and l.library_system_id in (c.by_party, c.to_party) limit 1) as own_system
			from commitment c join agreement a on a.id = c.agreement_id
			join commitment_term t on t.id = c.id
			where c.id = :id and\s""";

	private final JdbcClient jdbc;

	LedgerAccess(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * A promise and what it is bound to.
	 *
	 * @param inForceFrom its first day
	 * @param endedOn its last day; {@code null} for no end
	 * @param archived whether its agreement was put away
	 * @param atOwnLibraries whether it is fulfilled at libraries of the librarian who
	 * asks
	 * @param ownSystem the side whose libraries these are; {@code null} if it is none
	 */
	record Promise(UUID id, UUID agreementId, String agreementName, UUID byParty, UUID toParty, LocalDate inForceFrom,
			LocalDate endedOn, boolean archived, boolean atOwnLibraries, UUID ownSystem) {

		boolean bindsOn(LocalDate day) {
			return !day.isBefore(this.inForceFrom) && (this.endedOn == null || !day.isAfter(this.endedOn));
		}

		/** The side that this person speaks for; {@code null} for neither. */
		UUID sideOf(Actor actor) {
			if (actor.parties().contains(this.byParty)) {
				return this.byParty;
			}
			return actor.parties().contains(this.toParty) ? this.toParty : null;
		}

	}

	static Map<String, Object> of(Actor actor) {
		Map<String, Object> parameters = new HashMap<>();
		parameters.put("seesAll", keeps(actor) || actor.is(Role.METHODOLOGIST));
		parameters.put("parties", actor.parties().toArray(UUID[]::new));
		parameters.put("libraries", libraries(actor));
		return parameters;
	}

	private static UUID[] libraries(Actor actor) {
		return actor.is(Role.LIBRARIAN) ? actor.libraryIds().toArray(UUID[]::new) : new UUID[0];
	}

	/** Who answers for the whole ledger. */
	static boolean keeps(Actor actor) {
		return actor.is(Role.COORDINATOR) || actor.is(Role.ADMINISTRATOR);
	}

	/**
	 * A promise that the actor may see.
	 * @throws NotFoundException when there is none, or it never came into force
	 */
	Promise visible(Actor actor, UUID commitmentId) {
		return this.jdbc.sql(PROMISE + VISIBLE)
			.param("id", commitmentId)
			.params(of(actor))
			.query((row, _) -> promise(row))
			.optional()
			.orElseThrow(() -> new NotFoundException("commitment " + commitmentId));
	}

	/**
	 * The same, with its row locked until the end of the transaction: facts of one
	 * promise change one after the other.
	 */
	Promise acting(Actor actor, UUID commitmentId) {
		lock(commitmentId);
		return visible(actor, commitmentId);
	}

	/** Any promise, locked: for the portal's own acts. */
	Promise locked(UUID commitmentId) {
		lock(commitmentId);
		return visible(Actor.portal(), commitmentId);
	}

	/** The centres where it is fulfilled, with their names, in the order of these. */
	Map<UUID, String> centres(UUID commitmentId) {
		Map<UUID, String> centres = new LinkedHashMap<>();
		this.jdbc.sql("""
				select n.id, n.name from neighbourhood_centre n, commitment c join agreement a on a.id = c.agreement_id
				where c.id = :id
				and case when exists (select from commitment_centre x where x.commitment_id = c.id)
					then exists (select from commitment_centre x where x.commitment_id = c.id and x.centre_id = n.id)
					else a.covers_all_centres or exists (select from agreement_centre ac
						where ac.agreement_id = a.id and ac.centre_id = n.id) end
				order by n.name, n.id limit 500
				""")
			.param("id", commitmentId)
			.query((row, _) -> centres.put(row.getObject("id", UUID.class), row.getString("name")))
			.list();
		return centres;
	}

	private void lock(UUID commitmentId) {
		this.jdbc.sql("select id from commitment where id = ? for update")
			.param(commitmentId)
			.query(UUID.class)
			.optional()
			.orElseThrow(() -> new NotFoundException("commitment " + commitmentId));
	}

	private static Promise promise(ResultSet row) throws SQLException {
		return new Promise(row.getObject("id", UUID.class), row.getObject("agreement_id", UUID.class),
				row.getString("name"), row.getObject("by_party", UUID.class), row.getObject("to_party", UUID.class),
				row.getObject("in_force_from", LocalDate.class), row.getObject("ended_on", LocalDate.class),
				row.getBoolean("archived"), row.getBoolean("at_own_libraries"),
				row.getObject("own_system", UUID.class));
	}

}
