package ru.sosedi.network;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.Role;

/** Finds libraries for those who keep them. */
@Service
@Transactional(readOnly = true)
public class Libraries {

	private static final int LONGEST_WORD = 100;

	private final JdbcClient jdbc;

	Libraries(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Where a list goes on.
	 *
	 * @param name the name of the last library shown
	 */
	public record After(String name, UUID id) {

	}

	/**
	 * How the network stands.
	 *
	 * @param hoursUnknown libraries without a timetable
	 * @param placeUnknown libraries without coordinates
	 */
	public record Standing(int systems, int libraries, int hoursUnknown, int placeUnknown, int planned, int open,
			int paused, int closed) {

	}

	/**
	 * The libraries that the actor keeps, by name: an administrator all, a librarian her
	 * own.
	 * @param text words of name or address, or the number; may be empty
	 * @param district only of that district; may be {@code null}
	 * @param after the last one shown; {@code null} for the beginning
	 */
	public List<KeptLibrary> keptBy(Actor actor, String text, String district, After after, int limit) {
		return this.jdbc.sql("""
				select l.id, l.number, l.name, l.address, l.district, s.short_name as system,
					(select count(*) from room r where r.library_id = l.id) as rooms,
					exists (select from timetable t where t.library_id = l.id) as hours, c.state as centre
				from library l
				join library_system s on s.id = l.library_system_id
				left join neighbourhood_centre c on c.library_id = l.id
				where (:all or l.id = any(:own))
					and (cast(:district as text) is null or l.district = :district)
					and ((l.name || ' ' || l.address) ilike all(:words) or cast(l.number as text) = :text)
					and (cast(:afterName as text) is null or (l.name, l.id) > (:afterName, :afterId))
				order by l.name, l.id
				limit :limit
				""")
			.param("all", actor.is(Role.ADMINISTRATOR))
			.param("own", actor.libraryIds().toArray(UUID[]::new))
			.param("district", district)
			.param("words", patterns(text))
			.param("text", clean(text))
			.param("afterName", (after == null) ? null : after.name())
			.param("afterId", (after == null) ? new UUID(0, 0) : after.id())
			.param("limit", limit)
			.query(KeptLibrary.class)
			.list();
	}

	/** Counts for the overview. */
	public Standing standing() {
		return this.jdbc
			.sql("""
					select (select count(*) from library_system) as systems, count(*) as libraries,
						count(*) filter (where not exists (select from timetable t where t.library_id = l.id)) as hours_unknown,
						count(*) filter (where l.latitude is null) as place_unknown,
						count(*) filter (where c.state = 'PLANNED') as planned,
						count(*) filter (where c.state = 'OPEN') as open,
						count(*) filter (where c.state = 'PAUSED') as paused,
						count(*) filter (where c.state = 'CLOSED') as closed
					from library l left join neighbourhood_centre c on c.library_id = l.id
					""")
			.query(Standing.class)
			.single();
	}

	/** What a name or an address must be like to hold all the words. */
	static String[] patterns(String text) {
		return Arrays.stream(clean(text).split(" "))
			.map((word) -> "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%")
			.toArray(String[]::new);
	}

	static String clean(String text) {
		String line = (text == null) ? "" : text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
		return (line.length() > LONGEST_WORD) ? line.substring(0, LONGEST_WORD) : line;
	}

}
