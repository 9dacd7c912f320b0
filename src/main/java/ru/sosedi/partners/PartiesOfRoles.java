package ru.sosedi.partners;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.accounts.PartiesOfAccounts;

/** NGOs and library systems are what the roles of leader and signatory are bound to. */
@Component
@Transactional(readOnly = true)
class PartiesOfRoles implements PartiesOfAccounts {

	private static final String BOUND = """
			select id, kind, short_name || case when inn is null then '' else ' (' || inn || ')' end as name from
			""" + Parties.PARTY;

	private final JdbcClient jdbc;

	PartiesOfRoles(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public List<BoundParty> find(String text, Set<Kind> kinds, int limit) {
		return this.jdbc.sql(BOUND + """
				where kind = any(:kinds) and ((short_name || ' ' || full_name) ilike all(:words) or inn like :inn)
				order by short_name, id
				limit :limit
				""")
			.param("kinds", kinds.stream().map(Kind::name).toArray(String[]::new))
			.param("words", SearchWords.patterns(text))
			.param("inn", SearchWords.innPattern(text))
			.param("limit", limit)
			.query(BoundParty.class)
			.list();
	}

	@Override
	public List<BoundParty> withIds(Collection<UUID> ids) {
		return this.jdbc.sql(BOUND + "where id = any(:ids) order by short_name, id")
			.param("ids", ids.toArray(UUID[]::new))
			.query(BoundParty.class)
			.list();
	}

}
