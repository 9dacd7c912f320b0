package ru.sosedi.notifications;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface OutboxMessageRepository extends JpaRepository<OutboxMessage, UUID> {

	/** Locked for this transaction; a row that another node holds is passed over. */
	@Query(nativeQuery = true, value = """
			select * from outbox_message
			where (state = 'WAITING' and next_attempt_at <= :now) or (state = 'SENDING' and claimed_until <= :now)
			order by next_attempt_at, id
			limit 1
			for update skip locked
			""")
	Optional<OutboxMessage> lockNextDue(Instant now);

	/**
	 * Locked for this transaction, after whoever holds it; empty when they deleted it.
	 */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select m from OutboxMessage m where m.id = :id")
	Optional<OutboxMessage> lock(UUID id);

	@Modifying
	@Query("delete from OutboxMessage m where m.createdAt < :before and m.state <> SENDING")
	int eraseCreatedBefore(Instant before);

}
