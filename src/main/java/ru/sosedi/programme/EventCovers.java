package ru.sosedi.programme;

import java.sql.Array;
import java.sql.Date;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.agreements.AgreementCovers;

/**
 * Keeps which agreements covered a published event: what comes later to an agreement
 * takes nothing back.
 */
@Component
class EventCovers {

	private final JdbcClient jdbc;

	private final AgreementCovers covers;

	EventCovers(JdbcClient jdbc, AgreementCovers covers) {
		this.jdbc = jdbc;
		this.covers = covers;
	}

	private record Held(UUID centreId, List<UUID> ngos, List<LocalDate> days) {

	}

	@EventListener
	@Transactional
	void follow(Event.Changed changed) {
		forgetFormerPartners(changed.eventId());
		this.jdbc.sql("""
				select e.centre_id, array(select p.ngo_id from event_partner p where p.event_id = e.id) as ngos,
					array(select distinct (o.starts_at at time zone o.time_zone)::date from occurrence o
						where o.event_id = e.id and o.state = 'SCHEDULED' order by 1) as days
				from event e where e.id = ? and e.state = 'PUBLISHED'
				and exists (select from event_partner p where p.event_id = e.id)
				""")
			.param(changed.eventId())
			.query((row, _) -> new Held(row.getObject("centre_id", UUID.class),
					List.of((UUID[]) row.getArray("ngos").getArray()), days(row.getArray("days"))))
			.optional()
			.filter((held) -> !held.days().isEmpty())
			.ifPresent((held) -> keep(changed.eventId(), held));
	}

	private static List<LocalDate> days(Array days) throws SQLException {
		return Arrays.stream((Date[]) days.getArray()).map(Date::toLocalDate).toList();
	}

	private void forgetFormerPartners(UUID eventId) {
		this.jdbc.sql("""
				delete from event_cover v where v.event_id = :event
				and not exists (select from event_partner p where p.event_id = v.event_id and p.ngo_id = v.ngo_id)
				""").param("event", eventId).update();
		this.jdbc.sql("""
				delete from event_commitment x using commitment c
				where x.event_id = :event and c.id = x.commitment_id
				and not exists (select from event_partner p join agreement_party g on g.ngo_id = p.ngo_id
					where p.event_id = x.event_id and g.agreement_id = c.agreement_id)
				""").param("event", eventId).update();
	}

	private void keep(UUID eventId, Held held) {
		this.covers.covering(held.ngos(), held.centreId(), held.days().getFirst(), held.days().getLast())
			.stream()
			.filter((cover) -> held.days().stream().anyMatch(cover::isInForceOn))
			.forEach((cover) -> this.jdbc.sql("""
					insert into event_cover (event_id, ngo_id, agreement_id) values (?, ?, ?) on conflict do nothing
					""").params(eventId, cover.ngoId(), cover.agreementId()).update());
	}

}
