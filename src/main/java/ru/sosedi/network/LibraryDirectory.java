package ru.sosedi.network;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All libraries, with a centre or without one, as residents see them. */
@Service
@Transactional(readOnly = true)
public class LibraryDirectory {

	/** How many libraries a list shows at once. */
	public static final int PAGE = 50;

	private final JdbcClient jdbc;

	private final Centres centres;

	private final NetworkSettings settings;

	private final Clock clock;

	LibraryDirectory(JdbcClient jdbc, Centres centres, NetworkSettings settings, Clock clock) {
		this.jdbc = jdbc;
		this.centres = centres;
		this.settings = settings;
		this.clock = clock;
	}

	private record Row(UUID id, Integer number, String name, String address, String district, String slug,
			String centre) {
	}

	/**
	 * At most {@link #PAGE} libraries by name and one that tells whether there are more;
	 * two statements.
	 * @param after the last library of the part before; {@code null} for the beginning
	 */
	public List<ListedLibrary> list(UUID after) {
		List<Row> rows = this.jdbc.sql("""
				select l.id, l.number, l.name, l.address, l.district, c.slug, c.name centre
				from library l
				left join neighbourhood_centre c on c.library_id = l.id
					and (c.state in ('OPEN', 'PAUSED') or (:planned and c.state = 'PLANNED'))
				where cast(:after as uuid) is null or (l.name, l.id) > (select name, id from library where id = :after)
				order by l.name, l.id
				limit :most
				""")
			.param("planned", this.settings.current().showsPlannedCentres())
			.param("after", after, java.sql.Types.OTHER)
			.param("most", PAGE + 1)
			.query(Row.class)
			.list();
		Map<UUID, OpeningHours> hours = this.centres.hoursOf(rows.stream().map(Row::id).toList());
		Instant now = this.clock.instant();
		return rows.stream()
			.map((row) -> new ListedLibrary(row.id(), row.number(), row.name(), row.address(), row.district(),
					row.slug(), row.centre(), OpenNow.of(hours.get(row.id()).at(now))))
			.toList();
	}

}
