package ru.sosedi.network;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;

interface ClosureRepository extends JpaRepository<Closure, UUID> {

	List<Closure> findByLibraryIdAndLastDayGreaterThanEqualOrderByFirstDay(UUID libraryId, LocalDate day, Limit limit);

	Optional<Closure> findByIdAndLibraryId(UUID id, UUID libraryId);

}
