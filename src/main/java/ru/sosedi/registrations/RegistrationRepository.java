package ru.sosedi.registrations;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface RegistrationRepository extends JpaRepository<Registration, UUID> {

	@Query("select r.occurrenceId from Registration r where r.id = :id")
	Optional<UUID> findOccurrenceId(UUID id);

	/** Whether the person of a sign-up has another, living one for the same date. */
	@Query(nativeQuery = true,
			value = """
					select exists (select from registration r join registration one on one.id = :id
						where r.occurrence_id = :occurrenceId and r.id <> one.id and (r.email = one.email or r.phone = one.phone)
						and r.state in ('UNCONFIRMED', 'REQUESTED', 'CONFIRMED', 'WAITING', 'OFFERED'))
					""")
	boolean isLiveElsewhere(UUID occurrenceId, UUID id);

	List<Registration> findByEmailAndErasedAtIsNullOrderByIdDesc(String email, Limit most);

	List<Registration> findByPhoneAndErasedAtIsNullOrderByIdDesc(String phone, Limit most);

	List<Registration> findByBookingIdOrderByCreatedAtAscIdAsc(UUID bookingId);

	Optional<Registration> findFirstByOccurrenceIdAndStateAndSeatsLessThanEqualOrderByQueueNumber(UUID occurrenceId,
			RegistrationState state, int seats);

	List<Registration> findByOccurrenceIdAndStateInOrderById(UUID occurrenceId, Collection<RegistrationState> states);

}
