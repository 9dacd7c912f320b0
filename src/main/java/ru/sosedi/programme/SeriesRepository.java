package ru.sosedi.programme;

import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;

interface SeriesRepository extends JpaRepository<Series, UUID> {

	Optional<Series> findByEventId(UUID eventId);

}
