package ru.sosedi.registrations;

import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;

interface AdmissionPolicyRepository extends JpaRepository<AdmissionPolicy, UUID> {

	Optional<AdmissionPolicy> findByEventIdAndOccurrenceIdIsNull(UUID eventId);

	Optional<AdmissionPolicy> findByOccurrenceId(UUID occurrenceId);

}
