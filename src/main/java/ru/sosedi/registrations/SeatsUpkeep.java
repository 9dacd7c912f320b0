package ru.sosedi.registrations;

import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the seats of an event's dates in step with the event, its dates and terms. */
@Component
class SeatsUpkeep {

	private final JdbcClient jdbc;

	SeatsUpkeep(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Within the transaction that changed the event. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void follow(UUID eventId) {
		AdmissionTerms usual = AdmissionTerms.usual();
		this.jdbc.sql("""
				insert into seats (occurrence_id, signs_up, capacity, opens_at, closes_at, largest_group, waiting_list,
					waiting_most, moderated)
				select o.id, e.state = 'PUBLISHED' and o.state = 'SCHEDULED' and e.admission = 'SIGN_UP', o.capacity,
					o.starts_at - p.opens_days_before * interval '1 day',
					o.starts_at - coalesce(p.closes_minutes_before, :closes) * interval '1 minute',
					coalesce(p.largest_group, :largest), coalesce(p.waiting_list, :waitingList), p.waiting_most,
					coalesce(p.moderated, :moderated)
				from occurrence o
				join event e on e.id = o.event_id
				left join lateral (
					select * from admission_policy a
					where a.event_id = e.id and (a.occurrence_id = o.id or a.occurrence_id is null)
					order by a.occurrence_id nulls last limit 1) p on true
				where o.event_id = :event
				order by o.id
				on conflict (occurrence_id) do update set signs_up = excluded.signs_up, capacity = excluded.capacity,
					opens_at = excluded.opens_at, closes_at = excluded.closes_at,
					largest_group = excluded.largest_group, waiting_list = excluded.waiting_list,
					waiting_most = excluded.waiting_most, moderated = excluded.moderated
				where (seats.signs_up, seats.capacity, seats.opens_at, seats.closes_at, seats.largest_group,
						seats.waiting_list, seats.waiting_most, seats.moderated)
					is distinct from (excluded.signs_up, excluded.capacity, excluded.opens_at, excluded.closes_at,
						excluded.largest_group, excluded.waiting_list, excluded.waiting_most, excluded.moderated)
				""")
			.param("event", eventId)
			.param("closes", usual.closesMinutesBefore())
			.param("largest", usual.largestGroup())
			.param("waitingList", usual.waitingList())
			.param("moderated", usual.moderated())
			.update();
	}

}
