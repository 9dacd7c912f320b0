package ru.sosedi.programme;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface EventRepository extends JpaRepository<Event, UUID> {

	/** With its centre and library; only in these libraries unless everywhere. */
	@Query("""
			select e from Event e join fetch e.centre c join fetch c.library l
			where e.id = :id and (:everywhere = true or l.id in :libraries)
			""")
	Optional<Event> findForStaff(UUID id, boolean everywhere, Collection<UUID> libraries);

	@Query("select e from Event e join fetch e.centre c where c.id = :centreId order by e.id")
	List<Event> findOfCentre(UUID centreId);

	@Query("select e from Event e join fetch e.centre join e.partners p where p.ngoId = :ngoId order by e.id")
	List<Event> findOfPartner(UUID ngoId);

}
