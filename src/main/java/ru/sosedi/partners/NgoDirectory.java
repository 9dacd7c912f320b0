package ru.sosedi.partners;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds NGOs: for forms, and for pages of other modules. */
@Service
@Transactional(readOnly = true)
public class NgoDirectory {

	private final JdbcClient jdbc;

	NgoDirectory(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * NGOs whose names hold all the words, or whose INN begins with the text, by name.
	 */
	public List<NgoOption> find(String text, int limit) {
		return this.jdbc.sql("""
				select id, short_name || case when inn is null then '' else ' (' || inn || ')' end as name
				from ngo
				where (short_name || ' ' || coalesce(full_name, '')) ilike all(:words) or inn like :inn
				order by short_name, id
				limit :limit
				""")
			.param("words", SearchWords.patterns(text))
			.param("inn", SearchWords.innPattern(text))
			.param("limit", limit)
			.query(NgoOption.class)
			.list();
	}

	/** By id; ids that name no NGO are left out. */
	public Map<UUID, NgoLink> named(Collection<UUID> ids) {
		if (ids.isEmpty()) {
			return Map.of();
		}
		return this.jdbc.sql("select id, short_name, slug, state = 'LISTED' as listed from ngo where id = any(:ids)")
			.param("ids", ids.toArray(UUID[]::new))
			.query(NgoLink.class)
			.list()
			.stream()
			.collect(Collectors.toMap(NgoLink::id, Function.identity()));
	}

}
