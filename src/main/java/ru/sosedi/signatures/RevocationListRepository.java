package ru.sosedi.signatures;

import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;

interface RevocationListRepository extends JpaRepository<RevocationList, UUID> {

	@Lock(LockModeType.PESSIMISTIC_WRITE)
	Optional<RevocationList> findByRootId(UUID rootId);

}
