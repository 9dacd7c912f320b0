package ru.sosedi.agreements;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.Role;

/**
 * Which agreements a person sees, as a condition of a query: coordinators, administrators
 * and methodologists all; who leads or signs for a party, those of that party from the
 * moment they were sent; who is asked for a visa, that agreement; a librarian, those
 * signed ones that cover her libraries.
 */
final class AgreementAccess {

	/** On an alias {@code a} of {@code agreement}; its parameters are {@link #of}. */
	static final String VISIBLE = """
			(:seesAll
			or (exists (select from agreement_party p where p.agreement_id = a.id and p.party_id = any(:parties))
				and exists (select from agreement_version v where v.agreement_id = a.id and v.closed_at is not null))
			or exists (select from circuit_step c where c.agreement_id = a.id and c.account_id = :account
				and c.cancelled_at is null)
			or (exists (select from agreement_standing st where st.id = a.id and st.in_force_from is not null)
				and exists (select from neighbourhood_centre n where n.library_id = any(:libraries)
					and (a.covers_all_centres or exists (select from agreement_centre ac
						where ac.agreement_id = a.id and ac.centre_id = n.id)))))
			""";

	private AgreementAccess() {
	}

	static Map<String, Object> of(Actor actor) {
		Map<String, Object> parameters = new HashMap<>();
		parameters.put("seesAll", seesAll(actor));
		parameters.put("parties", actor.parties().toArray(UUID[]::new));
		parameters.put("account", actor.accountId());
		parameters.put("libraries", actor.is(Role.LIBRARIAN) ? actor.libraryIds().toArray(UUID[]::new) : new UUID[0]);
		return parameters;
	}

	static boolean seesAll(Actor actor) {
		return keeps(actor) || actor.is(Role.METHODOLOGIST);
	}

	/** Who drafts, sends, freezes, registers and ends agreements. */
	static boolean keeps(Actor actor) {
		return actor.is(Role.COORDINATOR) || actor.is(Role.ADMINISTRATOR);
	}

}
