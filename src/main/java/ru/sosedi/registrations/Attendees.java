package ru.sosedi.registrations;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.accounts.Actor;
import ru.sosedi.programme.OccurrenceDirectory;
import ru.sosedi.programme.OccurrenceFacts;
import ru.sosedi.shared.NotFoundException;

/**
 * Who comes, for the staff of the library. Nobody sees a name here without a line in the
 * log of looks, in the same transaction.
 */
@Service
public class Attendees {

	private static final int MOST = 2000;

	private static final String SELECT = """
			select r.*,
				case when r.state = 'WAITING' then (select count(*) from registration w where w.occurrence_id = r.occurrence_id
					and w.state = 'WAITING' and w.queue_number <= r.queue_number) else 0 end as place,
				array(select coalesce(p.name, '') from participant p where p.booking_id = r.booking_id order by p.position)
					as names,
				array(select coalesce(p.age_band, '') from participant p where p.booking_id = r.booking_id order by p.position)
					as bands,
				array(select coalesce(p.age, -1) from participant p where p.booking_id = r.booking_id order by p.position)
					as ages,
				array(select coalesce(a.answer, '') from admission_question q
					join occurrence o on o.id = r.occurrence_id and o.event_id = q.event_id
					left join registration_answer a on a.question_id = q.id and a.booking_id = r.booking_id
					order by q.position) as answers,
				exists (select from consent c where c.booking_id = r.booking_id and c.purpose = 'PHOTO'
					and c.withdrawn_at is null) as photo
			from registration r
			""";

	private final JdbcClient jdbc;

	private final OccurrenceDirectory occurrences;

	private final PersonalDataLooks looks;

	Attendees(JdbcClient jdbc, OccurrenceDirectory occurrences, PersonalDataLooks looks) {
		this.jdbc = jdbc;
		this.occurrences = occurrences;
		this.looks = looks;
	}

	/**
	 * Sign-ups for one of the actor's own dates, by name; those that wait in their order.
	 * @param states which of them
	 * @param networkAddress of the actor's device, for the log; may be {@code null}
	 * @throws NotFoundException when the date is not the actor's
	 */
	@Transactional
	public List<Attendee> of(Actor actor, UUID occurrenceId, Collection<RegistrationState> states,
			PersonalDataLook what, String networkAddress) {
		OccurrenceFacts date = this.occurrences.forStaff(actor, occurrenceId);
		List<Attendee> found = this.jdbc.sql(SELECT + "where r.occurrence_id = :occurrence and r.state = any(:states) "
				+ "order by r.state = 'WAITING', case when r.state = 'WAITING' then r.queue_number end, lower(r.name), r.id "
				+ "limit " + MOST)
			.param("occurrence", occurrenceId)
			.param("states", states.stream().map(Enum::name).toArray(String[]::new))
			.query(Attendees::attendee)
			.list();
		if (!found.isEmpty()) {
			this.looks.record(actor, what, date, null, found.size(), networkAddress);
		}
		return found;
	}

	/**
	 * One sign-up.
	 * @throws NotFoundException when it is not for one of the actor's dates
	 */
	@Transactional
	public Attendee one(Actor actor, UUID registrationId, String networkAddress) {
		UUID occurrence = this.jdbc.sql("select occurrence_id from registration where id = ? and state <> 'HELD'")
			.param(registrationId)
			.query(UUID.class)
			.optional()
			.orElseThrow(() -> new NotFoundException("registration " + registrationId));
		OccurrenceFacts date = this.occurrences.forStaff(actor, occurrence);
		Attendee found = this.jdbc.sql(SELECT + "where r.id = :id")
			.param("id", registrationId)
			.query(Attendees::attendee)
			.single();
		this.looks.record(actor, PersonalDataLook.CARD, date, found.bookingId(), found.seats(), networkAddress);
		return found;
	}

	private static Attendee attendee(ResultSet row, int number) throws SQLException {
		List<String> names = texts(row.getArray("names"));
		List<String> bands = texts(row.getArray("bands"));
		Integer[] ages = (Integer[]) row.getArray("ages").getArray();
		List<Participant> people = new ArrayList<>();
		for (int i = 0; i < names.size(); i++) {
			people.add(new Participant(names.get(i), bands.get(i).isEmpty() ? null : AgeBand.valueOf(bands.get(i)),
					(ages[i] < 0) ? null : ages[i]));
		}
		return new Attendee(row.getObject("id", UUID.class), row.getObject("booking_id", UUID.class),
				RegistrationState.valueOf(row.getString("state")), row.getInt("seats"), row.getString("name"),
				row.getString("email"), row.getString("phone"), Registration.Source.valueOf(row.getString("source")),
				SeatsLedger.instant(row, "created_at"), SeatsLedger.instant(row, "expires_at"), row.getInt("place"),
				row.getString("reason"), people, texts(row.getArray("answers")), row.getBoolean("photo"));
	}

	private static List<String> texts(Array array) throws SQLException {
		return Arrays.asList((String[]) array.getArray());
	}

}
