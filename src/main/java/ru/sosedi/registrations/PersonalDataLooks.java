package ru.sosedi.registrations;

import java.time.Clock;
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

	private final JdbcClient jdbc;

	private final EventTitle titles;

	private final Clock clock;

	PersonalDataLooks(JdbcClient jdbc, EventTitle titles, Clock clock) {
		this.jdbc = jdbc;
		this.titles = titles;
		this.clock = clock;
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
