package ru.sosedi.programme;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * A partner of an event as pages name it.
 *
 * @param slug of its public page; {@code null} while it has none
 * @param leads whether it holds the event, and the centre receives it
 */
public record EventPartner(UUID id, String name, String slug, boolean leads) {

	/** The partners of {@code event e} in their order, with a comma, for {@link #of}. */
	static final String COLUMN = """
			array(select array[n.id::text, n.short_name, case when n.state = 'LISTED' then n.slug else '' end, p.leads::text]
			    from event_partner p join ngo n on n.id = p.ngo_id where p.event_id = e.id order by p.position) as partners,
			""";

	static List<EventPartner> of(ResultSet row) throws SQLException {
		Object[] partners = (Object[]) row.getArray("partners").getArray();
		return Arrays.stream(partners).map((partner) -> of((String[]) partner)).toList();
	}

	private static EventPartner of(String[] values) {
		return new EventPartner(UUID.fromString(values[0]), values[1], values[2].isEmpty() ? null : values[2],
				Boolean.parseBoolean(values[3]));
	}

	/** Its public page; {@code null} while it has none. */
	public String address() {
		return (this.slug != null) ? "/partners/" + this.slug : null;
	}

}
