package ru.sosedi.registrations;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.accounts.Actor;
import ru.sosedi.programme.EventTitle;
import ru.sosedi.programme.OccurrenceFacts;
import ru.sosedi.shared.Ids;

/** Every look of staff at personal data, for whoever has to answer for them. */
@Service
public class PersonalDataLooks {

	/** The most lines that one page shows. */
	public static final int PAGE = 50;

	private final JdbcClient jdbc;

	private final EventTitle titles;

	private final Clock clock;

	PersonalDataLooks(JdbcClient jdbc, EventTitle titles, Clock clock) {
		this.jdbc = jdbc;
		this.titles = titles;
		this.clock = clock;
	}

	/** One look. */
	public record Look(UUID id, Instant at, String actorName, PersonalDataLook what, UUID occurrenceId,
			String eventTitle, UUID bookingId, int people, String networkAddress) {

	}

	/**
	 * Newest first.
	 * @param person part of the name of who looked; {@code null} for anybody
	 * @param after the last line of the page before, or {@code null} for the first page
	 * @return up to {@link #PAGE} lines and one more if there is a next page
	 */
	@Transactional(readOnly = true)
	public List<Look> newestFirst(String person, UUID after) {
		return this.jdbc.sql("""
				select * from personal_data_look
				where (cast(:person as text) is null or actor_name ilike :person)
				and (cast(:after as uuid) is null
					or (at, id) < (select last.at, last.id from personal_data_look last where last.id = :after))
				order by at desc, id desc limit :most
				""")
			.param("person", (person == null) ? null : "%" + person.replaceAll("([\\\\%_])", "\\\\$1") + "%")
			.param("after", after)
			.param("most", PAGE + 1)
			.query((row, _) -> new Look(row.getObject("id", UUID.class), SeatsLedger.instant(row, "at"),
					row.getString("actor_name"), PersonalDataLook.valueOf(row.getString("what")),
					row.getObject("occurrence_id", UUID.class), row.getString("event_title"),
					row.getObject("booking_id", UUID.class), row.getInt("people"), row.getString("network_address")))
			.list();
	}

	/**
	 * Writes a look down, in the transaction that reads the data.
	 * @param bookingId whose, when it is one person's; else {@code null}
	 * @param people how many sign-ups were seen
	 * @param networkAddress may be {@code null}
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void record(Actor actor, PersonalDataLook what, OccurrenceFacts date, UUID bookingId, int people,
			String networkAddress) {
		this.jdbc
			.sql("""
					insert into personal_data_look (id, at, actor_id, actor_name, what, occurrence_id, event_title, booking_id,
						people, network_address)
					values (:id, :at, :actor, :name, :what, :occurrence, :title, :booking, :people, :address)
					""")
			.param("id", Ids.next())
			.param("at", SeatsLedger.utc(this.clock.instant()))
			.param("actor", actor.accountId())
			.param("name", actor.name())
			.param("what", what.name())
			.param("occurrence", date.id())
			.param("title", this.titles.of(date.form(), date.title()))
			.param("booking", bookingId)
			.param("people", people)
			.param("address", networkAddress)
			.update();
	}

}
