package ru.sosedi.network;

import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;

interface NeighbourhoodCentreRepository extends JpaRepository<NeighbourhoodCentre, UUID> {

	@EntityGraph(attributePaths = "library")
	Optional<NeighbourhoodCentre> findWithLibraryById(UUID id);

	@EntityGraph(attributePaths = "library")
	Optional<NeighbourhoodCentre> findWithLibraryByLibraryId(UUID libraryId);

}
