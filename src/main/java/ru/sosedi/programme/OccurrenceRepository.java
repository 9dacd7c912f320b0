package ru.sosedi.programme;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface OccurrenceRepository extends JpaRepository<Occurrence, UUID> {

	@Query("""
			select o from Occurrence o left join fetch o.room where o.event.id = :eventId
			order by o.startsAt, o.id
			""")
	List<Occurrence> findOfEvent(UUID eventId);

	/** With its event, centre and library; only in these libraries unless everywhere. */
	@Query("""
			select o from Occurrence o join fetch o.event e join fetch e.centre c join fetch c.library l
			left join fetch o.room
			where o.id = :id and (:everywhere = true or l.id in :libraries)
			""")
	Optional<Occurrence> findForStaff(UUID id, boolean everywhere, Collection<UUID> libraries);

	@Query("""
			select count(o) from Occurrence o
			where o.event.id = :eventId and o.state = ru.sosedi.programme.OccurrenceState.SCHEDULED and o.startsAt > :now
			""")
	long countToCome(UUID eventId, Instant now);

	@Query("""
			select max(o.endsAt) from Occurrence o
			where o.event.id = :eventId and o.state = ru.sosedi.programme.OccurrenceState.SCHEDULED
			""")
	Optional<Instant> findLastEnd(UUID eventId);

	@Query("select min(o.startsAt) from Occurrence o where o.event.id = :eventId")
	Optional<Instant> findFirstStart(UUID eventId);

	@Query("""
			select count(o) > 0 from Occurrence o
			where o.event.id = :eventId and o.startsAt = :start and o.id <> :except
			and o.state = ru.sosedi.programme.OccurrenceState.SCHEDULED
			""")
	boolean isTaken(UUID eventId, Instant start, UUID except);

	long countByEventId(UUID eventId);

}
