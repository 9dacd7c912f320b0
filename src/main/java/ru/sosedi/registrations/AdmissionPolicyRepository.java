package ru.sosedi.registrations;

import java.util.Optional;
import java.util.UUID;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface AdmissionPolicyRepository extends JpaRepository<AdmissionPolicy, UUID> {

	Optional<AdmissionPolicy> findByEventIdAndOccurrenceIdIsNull(UUID eventId);

	Optional<AdmissionPolicy> findByOccurrenceId(UUID occurrenceId);

	/** That of the date itself comes first, when it has one. */
	@Query("""
			select p from AdmissionPolicy p
			where p.occurrenceId = :occurrenceId or (p.eventId = :eventId and p.occurrenceId is null)
			order by p.occurrenceId nulls last
			""")
	Optional<AdmissionPolicy> findApplying(UUID eventId, UUID occurrenceId, Limit limit);

}
