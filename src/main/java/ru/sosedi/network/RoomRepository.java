package ru.sosedi.network;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;

interface RoomRepository extends JpaRepository<Room, UUID> {

	List<Room> findByLibraryIdOrderByName(UUID libraryId);

	List<Room> findByLibraryIdIn(Collection<UUID> libraryIds);

	Optional<Room> findByLibraryIdAndName(UUID libraryId, String name);

}
