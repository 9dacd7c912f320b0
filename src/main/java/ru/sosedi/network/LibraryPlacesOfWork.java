package ru.sosedi.network;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.accounts.PlacesOfWork;

/** Libraries are the places that the role of librarian is bound to. */
@Component
@Transactional(readOnly = true)
class LibraryPlacesOfWork implements PlacesOfWork {

	private static final String PLACE = """
			select l.id, l.name || ', ' || l.address || ' (' || s.short_name || ')' as name
			from library l join library_system s on s.id = l.library_system_id
			""";

	private final JdbcClient jdbc;

	LibraryPlacesOfWork(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public List<Place> find(String text, int limit) {
		return this.jdbc.sql(PLACE + """
				where (l.name || ' ' || l.address) ilike all(:words) or cast(l.number as text) = :text
				order by l.name, l.id
				limit :limit
				""")
			.param("words", Libraries.patterns(text))
			.param("text", Libraries.clean(text))
			.param("limit", limit)
			.query(Place.class)
			.list();
	}

	@Override
	public List<Place> withIds(Collection<UUID> ids) {
		return this.jdbc.sql(PLACE + "where l.id = any(:ids) order by l.name, l.id")
			.param("ids", ids.toArray(UUID[]::new))
			.query(Place.class)
			.list();
	}

}
