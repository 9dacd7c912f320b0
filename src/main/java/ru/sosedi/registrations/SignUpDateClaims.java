package ru.sosedi.registrations;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.programme.DateClaims;
import ru.sosedi.shared.RefusedException;

/** A date that people signed up for cannot shrink or vanish under them. */
@Component
class SignUpDateClaims implements DateClaims {

	private final SeatsLedger ledger;

	private final JdbcClient jdbc;

	SignUpDateClaims(SeatsLedger ledger, JdbcClient jdbc) {
		this.ledger = ledger;
		this.jdbc = jdbc;
	}

	@Override
	@Transactional(propagation = Propagation.MANDATORY)
	public void lock(Collection<UUID> occurrenceIds) {
		this.jdbc
			.sql("select occurrence_id from seats where occurrence_id = any(:ids) order by occurrence_id for update")
			.param("ids", occurrenceIds.toArray(UUID[]::new))
			.query()
			.listOfRows();
	}

	@Override
	@Transactional(propagation = Propagation.MANDATORY)
	public void requireRoomFor(UUID occurrenceId, Integer capacity) {
		if (capacity != null && this.ledger.find(occurrenceId).isPresent()) {
			int taken = this.ledger.lock(occurrenceId).taken();
			if (taken > capacity) {
				throw new RefusedException("capacity", "registrations.capacity.taken", taken);
			}
		}
	}

	@Override
	public Set<UUID> claimed(Collection<UUID> occurrenceIds) {
		return Set.copyOf(this.jdbc
			.sql("""
					select distinct occurrence_id from registration
					where occurrence_id = any(:ids) and state in ('UNCONFIRMED', 'REQUESTED', 'CONFIRMED', 'WAITING', 'OFFERED')
					""")
			.param("ids", occurrenceIds.toArray(UUID[]::new))
			.query(UUID.class)
			.list());
	}

}
